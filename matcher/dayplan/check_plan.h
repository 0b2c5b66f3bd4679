// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "matcher/dayplan/day.h"
#include "matcher/dayplan/plan.h"

namespace entraide::matcher::dayplan {

enum class Flaw {
  kUnknownThing,         // A driver, window, leg or place that the day does not have.
  kNotHomeToHome,        // A tour that does not begin and end at the driver's home, once each.
  kOutsideAvailability,  // Gone before the window opens, or back after it closes.
  kAwayTooLong,
  kToursOverlap,     // One driver, two tours in the same window.
  kTimesInDisorder,  // Arriving before the road allows, beginning before arriving, leaving early.
  kWrongMeters,
  kWrongTimes,  // Approach, loaded, waiting... do not add up as told.
  kWrongTotals,
  kWrongPlace,     // A stop elsewhere than where its leg wants it.
  kOutsideWindow,  // Boarding or alighting at a time that the leg refuses.
  kRideTooLong,    // Longer than the leg's own limit.
  kPooledTooLong,  // Longer than the pooling rule allows.
  kSharedUnasked,  // Somebody else aboard of a leg that wants to be alone.
  kTooManySeats,
  kTooManyWheelchairs,
  kNotServedOnce,  // Neither carried nor unserved, both, or twice; dropped before picked up.
  kWrongDriver,    // Excluded, or committed to another.
  kTripTooFar,
  kTooManyTrips,
};

struct Violation {
  Flaw flaw = Flaw::kUnknownThing;
  std::optional<DriverIndex> driver{};
  std::optional<LegIndex> leg{};
  std::string what{};  // For developers: "leaves at 30, road takes 60, arrives at 80".
};

// Every violation of `plan` against `day`, which is valid. It shares no code with the planner:
// every time, distance, load and total is computed anew from the day and the order of the stops.
std::vector<Violation> CheckPlan(const Day& day, const Plan& plan);

}  // namespace entraide::matcher::dayplan
