// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "absl/status/status.h"
#include "matcher/dayplan/roads.h"

namespace entraide::matcher::dayplan {

// Places in the vectors of one `Day`, from 0; they mean nothing in another day.
enum class DriverIndex : int {};
enum class LegIndex : int {};

// Any moment of a day is a whole number of seconds from an origin that the caller chooses.
inline constexpr int kEndOfTime = 1 << 29;

// Both ends belong to it.
struct Window {
  int earliest = 0;
  int latest = kEndOfTime;
};

// Somebody who drives from home and comes back. A trip is one leg carried; its length is counted as
// mileage is: home, pick-up, drop-off, home.
struct Driver {
  PlaceIndex home{};
  std::vector<Window> availability{};  // From leaving home to being back; one after the other.
  int seats = 4;
  int wheelchair_places = 0;
  std::optional<int> max_meters_per_trip{};
  std::optional<int> max_trips{};         // This day.
  std::optional<int> max_away_seconds{};  // From leaving home to being back.
  int recent_trips = 0;                   // Before this day: for fairness.
};

enum class Sharing { kAlone, kWithOthers };

// One way to be driven. The driver may come before a window opens, and waits.
struct Leg {
  PlaceIndex pickup{};
  PlaceIndex dropoff{};
  Window pickup_window{};   // When boarding begins.
  Window dropoff_window{};  // When alighting begins.
  int boarding_seconds = 0;
  int alighting_seconds = 0;
  int seats = 1;
  int wheelchair_places = 0;
  Sharing sharing = Sharing::kAlone;
  std::optional<int> max_ride_seconds{};      // From the end of boarding until alighting begins.
  std::optional<DriverIndex> committed_to{};  // Already agreed: this driver and no other.
  std::vector<DriverIndex> excluded{};        // Never these.
  std::optional<LegIndex> pair{};  // The other leg of the same ride, rather with the same driver.
};

// How much longer than the direct way a shared ride may take: the lesser of the two.
struct PoolingRule {
  int max_extra_seconds = 15 * 60;
  int max_extra_percent = 30;
};

// All that is known of a day before it is planned.
struct Day {
  Roads roads{};
  std::vector<Driver> drivers{};
  std::vector<Leg> legs{};
  std::optional<PoolingRule> pooling = PoolingRule{};  // None: only `max_ride_seconds` counts.
  int split_pair_meters = 1'000;  // Two drivers for a pair weigh as much driving.
};

// INVALID_ARGUMENT with everything in `day` that no planner could make sense of: indices out of
// range, windows that end before they begin, negative or enormous quantities.
absl::Status Validate(const Day& day);

}  // namespace entraide::matcher::dayplan
