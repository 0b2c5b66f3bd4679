// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cstdint>
#include <map>

#include "absl/strings/str_cat.h"
#include "matcher/dayplan/check/tour_check.h"

namespace entraide::matcher::dayplan {
namespace {

struct Rider {
  int boarded = 0;  // When boarding ended.
  bool has_company = false;
};

using Aboard = std::map<LegIndex, Rider>;

void CheckRoom(const Day& day, const Driver& driver, const Aboard& aboard, LegIndex newest,
               Violations& violations) {
  int seats = 0;
  int wheelchairs = 0;
  for (const auto& [leg, rider] : aboard) {
    seats += At(day.legs, leg).seats;
    wheelchairs += At(day.legs, leg).wheelchair_places;
  }
  if (seats > driver.seats) {
    violations.Add(Flaw::kTooManySeats, newest, absl::StrCat(seats, " of ", driver.seats));
  }
  if (wheelchairs > driver.wheelchair_places) {
    violations.Add(Flaw::kTooManyWheelchairs, newest,
                   absl::StrCat(wheelchairs, " of ", driver.wheelchair_places));
  }
}

void CheckRide(const Day& day, LegIndex index, const Rider& rider, int alights,
               Violations& violations) {
  const Leg& leg = At(day.legs, index);
  const int ride = alights - rider.boarded;
  if (leg.max_ride_seconds.has_value() && ride > *leg.max_ride_seconds) {
    violations.Add(Flaw::kRideTooLong, index,
                   absl::StrCat("rides ", ride, " s of ", *leg.max_ride_seconds));
  }
  if (!rider.has_company) return;
  if (leg.sharing == Sharing::kAlone) {
    violations.Add(Flaw::kSharedUnasked, index, "has company");
  }
  if (!day.pooling.has_value()) return;
  const std::int64_t direct = day.roads.Between(leg.pickup, leg.dropoff).seconds;
  const std::int64_t extra = std::min<std::int64_t>(day.pooling->max_extra_seconds,
                                                    direct * day.pooling->max_extra_percent / 100);
  if (ride > direct + extra) {
    violations.Add(Flaw::kPooledTooLong, index,
                   absl::StrCat("rides ", ride, " s, directly ", direct, " s"));
  }
}

void CheckDriverForLeg(const Day& day, const Tour& tour, LegIndex index, Violations& violations) {
  const Driver& driver = At(day.drivers, tour.driver);
  const Leg& leg = At(day.legs, index);
  if (leg.committed_to.has_value() && *leg.committed_to != tour.driver) {
    violations.Add(Flaw::kWrongDriver, index, "committed to another");
  }
  if (std::find(leg.excluded.begin(), leg.excluded.end(), tour.driver) != leg.excluded.end()) {
    violations.Add(Flaw::kWrongDriver, index, "excluded");
  }
  if (!driver.max_meters_per_trip.has_value()) return;
  const int meters = day.roads.Between(driver.home, leg.pickup).meters +
                     day.roads.Between(leg.pickup, leg.dropoff).meters +
                     day.roads.Between(leg.dropoff, driver.home).meters;
  if (meters > *driver.max_meters_per_trip) {
    violations.Add(Flaw::kTripTooFar, index,
                   absl::StrCat(meters, " m of ", *driver.max_meters_per_trip));
  }
}

}  // namespace

void CheckTourRides(const Day& day, const Tour& tour, Violations& violations) {
  Aboard aboard;
  for (const Stop& stop : tour.stops) {
    if (stop.kind == StopKind::kPickup) {
      aboard[*stop.leg] = {.boarded = stop.leave};
      for (auto& [leg, rider] : aboard) rider.has_company |= aboard.size() > 1;
      CheckRoom(day, At(day.drivers, tour.driver), aboard, *stop.leg, violations);
      CheckDriverForLeg(day, tour, *stop.leg, violations);
    } else if (stop.kind == StopKind::kDropoff) {
      const auto rider = aboard.find(*stop.leg);
      if (rider == aboard.end()) {
        violations.Add(Flaw::kNotServedOnce, stop.leg, "set down without being aboard");
        continue;
      }
      CheckRide(day, *stop.leg, rider->second, stop.begin, violations);
      aboard.erase(rider);
    }
  }
  for (const auto& [leg, rider] : aboard) {
    violations.Add(Flaw::kNotServedOnce, leg, "never set down");
  }
}

}  // namespace entraide::matcher::dayplan
