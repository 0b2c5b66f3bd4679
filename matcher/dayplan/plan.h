// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "matcher/dayplan/day.h"

namespace entraide::matcher::dayplan {

enum class StopKind { kLeaveHome, kPickup, kDropoff, kComeHome };

// What a driver does at one place. Moments are seconds from the day's origin.
struct Stop {
  StopKind kind = StopKind::kLeaveHome;
  PlaceIndex place{};
  std::optional<LegIndex> leg{};  // Of a pick-up or a drop-off.
  int arrive = 0;
  int begin = 0;  // Boarding or alighting; before it the driver waits.
  int leave = 0;
  int meters = 0;  // Driven since the stop before.
};

// Where the time of a tour goes: together, from leaving home to being back.
struct TourTimes {
  int approach_seconds = 0;  // Driving from home to the first pick-up.
  int loaded_seconds = 0;    // Driving with somebody aboard.
  int empty_seconds = 0;     // Driving between, with nobody.
  int waiting_seconds = 0;
  int service_seconds = 0;  // Boarding and alighting.
  int return_seconds = 0;   // Driving home.

  friend bool operator==(const TourTimes&, const TourTimes&) = default;
};

// One driver from home to home, inside one window of availability.
struct Tour {
  DriverIndex driver{};
  int window = 0;  // Index in the driver's `availability`.
  std::vector<Stop> stops{};
  TourTimes times{};
  int meters = 0;
};

// Why nobody takes a leg: the rule that emptied the set of drivers when rules apply in this order.
enum class Reason : std::uint8_t {
  kTimesImpossible,  // Its own windows and limits contradict each other, whoever drives.
  kNoDriver,         // There is no driver at all.
  kClosedThen,       // No approach, ride and way home fit into an availability.
  kNoSeat,           // Seats or wheelchair places are short.
  kBusy,             // Somebody could, but not beside the rest of the plan.
  kLimitReached,     // Too far for one trip, or too many trips that day.
  kExcluded,         // Excluded, or committed to another driver.
};

// "NO_SEAT": the matcher's codes where it has the rule.
absl::string_view Code(Reason reason);

struct Unserved {
  LegIndex leg{};
  Reason reason = Reason::kBusy;
};

// What a plan is judged by, most important first.
struct PlanTotals {
  int broken_commitments = 0;
  int unserved = 0;  // Broken commitments too.
  std::int64_t meters = 0;
  int split_pairs = 0;          // Weighed against metres: `Day::split_pair_meters`.
  std::int64_t unfairness = 0;  // Sum over drivers of the square of trips, recent ones included.

  friend bool operator==(const PlanTotals&, const PlanTotals&) = default;
};

// Negative, zero, positive: `a` is better than, as good as, worse than `b`.
std::int64_t Compare(const PlanTotals& a, const PlanTotals& b, const Day& day);

struct Plan {
  std::vector<Tour> tours{};         // By driver, then window; none without a leg.
  std::vector<Unserved> unserved{};  // By leg.
  PlanTotals totals{};
};

}  // namespace entraide::matcher::dayplan
