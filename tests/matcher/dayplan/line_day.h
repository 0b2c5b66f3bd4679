// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdlib>

#include "matcher/dayplan/day.h"

namespace entraide::matcher::dayplan {

inline constexpr int kMinute = 60;
inline constexpr int kKilometer = 1'000;

// Villages along one road, a kilometre and a minute apart: place 7 is seven minutes from place 0.
inline Roads OnOneRoad(int places = 100) {
  return Roads(places, [](PlaceIndex from, PlaceIndex to) {
    const int apart = std::abs(static_cast<int>(from) - static_cast<int>(to));
    return Road{.seconds = apart * kMinute, .meters = apart * kKilometer};
  });
}

inline Window Minutes(int earliest, int latest) {
  return {.earliest = earliest * kMinute, .latest = latest * kMinute};
}

// At home at place `home`, there from minute 0 to 600, with three seats.
inline Driver DriverAt(int home) {
  return {.home = PlaceIndex(home), .availability = {Minutes(0, 600)}, .seats = 3};
}

// One person who goes alone, whenever it is.
inline Leg LegBetween(int pickup, int dropoff) {
  return {.pickup = PlaceIndex(pickup), .dropoff = PlaceIndex(dropoff)};
}

inline Leg SharedLegBetween(int pickup, int dropoff) {
  Leg leg = LegBetween(pickup, dropoff);
  leg.sharing = Sharing::kWithOthers;
  return leg;
}

}  // namespace entraide::matcher::dayplan
