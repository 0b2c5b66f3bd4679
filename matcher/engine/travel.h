// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>

#include "absl/time/time.h"
#include "matcher/engine/commune.h"

namespace entraide::matcher {

// A way by road from one commune to another.
struct Route {
  absl::Duration duration =
      absl::ZeroDuration();  // Whole seconds, so that every machine ranks alike.
  double distance_meters = 0;
};

// How one gets from a commune to another: the one place that a road router would replace.
// Pure, symmetric enough for ranking, and callable from many threads at once.
using Travel = std::function<Route(const Commune& from, const Commune& to)>;

struct TravelModel {
  double detour_factor = 1.3;  // Road length over great circle.
  double speed_km_per_hour = 50;
  absl::Duration within_commune = absl::Minutes(4);  // Inside one, and never less between two.
};

// Great circle, made longer by the detour factor, at a constant speed.
Travel TravelByGreatCircle(TravelModel model);

}  // namespace entraide::matcher
