// SPDX-License-Identifier: EUPL-1.2
#include "matcher/dayplan/day.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"

namespace entraide::matcher::dayplan {
namespace {

constexpr int kMostRoom = 60'000;    // The planner counts riders in 20 bits.
constexpr int kMostTrips = 1'000;    // And adds the squares of trips, in 28 bits.
constexpr int kMostThings = 10'000;  // Of each kind.
constexpr int kLongestRoad = 1 << 26;
constexpr std::int64_t kUnimaginable = std::numeric_limits<std::int32_t>::max();

class Findings {
 public:
  explicit Findings(const Day& day) : day_(day) {}

  // `about` is the thing that is looked at from now on.
  void Look(std::string about) { about_ = std::move(about); }
  void Refuse(bool refused, absl::string_view what) {
    if (refused) found_.push_back(absl::StrCat(about_, ": ", what));
  }
  void Place(PlaceIndex place) {
    Refuse(!In(static_cast<int>(place), day_.roads.places()), "no such place");
  }
  void DriverThere(DriverIndex driver) {
    Refuse(!In(static_cast<int>(driver), static_cast<int>(day_.drivers.size())), "no such driver");
  }
  void LegThere(LegIndex leg) {
    Refuse(!In(static_cast<int>(leg), static_cast<int>(day_.legs.size())), "no such leg");
  }
  void Span(const Window& window) {
    Refuse(window.earliest > window.latest, "a window ends before it begins");
    Refuse(window.earliest < -kEndOfTime || window.latest > kEndOfTime, "a window beyond all time");
  }
  void Amount(int amount, int most, absl::string_view name) {
    Refuse(!In(amount, most + 1), absl::StrCat(name, " out of bounds"));
  }
  absl::Status Status() const {
    if (found_.empty()) return absl::OkStatus();
    return absl::InvalidArgumentError(absl::StrJoin(found_, "; "));
  }

 private:
  static bool In(int index, int size) { return index >= 0 && index < size; }

  const Day& day_;
  std::string about_{};
  std::vector<std::string> found_{};
};

void LookAt(const Driver& driver, Findings& findings) {
  findings.Place(driver.home);
  findings.Amount(driver.seats, kMostRoom, "seats");
  findings.Amount(driver.wheelchair_places, kMostRoom, "wheelchair places");
  findings.Amount(driver.recent_trips, kMostTrips, "recent trips");
  findings.Amount(driver.max_meters_per_trip.value_or(0), kEndOfTime, "metres per trip");
  findings.Amount(driver.max_trips.value_or(0), kEndOfTime, "trips");
  findings.Amount(driver.max_away_seconds.value_or(0), kEndOfTime, "time away");
  for (const Window& window : driver.availability) findings.Span(window);
  for (std::size_t i = 1; i < driver.availability.size(); ++i) {
    findings.Refuse(driver.availability[i].earliest < driver.availability[i - 1].latest,
                    "availability out of order");
  }
}

void LookAt(const Leg& leg, Findings& findings) {
  findings.Place(leg.pickup);
  findings.Place(leg.dropoff);
  findings.Span(leg.pickup_window);
  findings.Span(leg.dropoff_window);
  findings.Amount(leg.seats, kMostRoom, "seats");
  findings.Amount(leg.wheelchair_places, kMostRoom, "wheelchair places");
  findings.Amount(leg.boarding_seconds, kLongestRoad, "boarding");
  findings.Amount(leg.alighting_seconds, kLongestRoad, "alighting");
  findings.Amount(leg.max_ride_seconds.value_or(0), kEndOfTime, "ride");
  if (leg.committed_to.has_value()) findings.DriverThere(*leg.committed_to);
  if (leg.pair.has_value()) findings.LegThere(*leg.pair);
  for (const DriverIndex driver : leg.excluded) findings.DriverThere(driver);
}

// A tour of all stops, each as far as can be from the one before, must not overflow 31 bits.
void LookAt(const Day& day, Findings& findings) {
  const Roads& roads = day.roads;
  std::int64_t longest = 0;
  bool is_negative = false;
  for (int from = 0; from < roads.places(); ++from) {
    for (int to = 0; to < roads.places(); ++to) {
      const Road& road = roads.Between(PlaceIndex(from), PlaceIndex(to));
      longest = std::max<std::int64_t>({longest, road.seconds, road.meters});
      is_negative |= road.seconds < 0 || road.meters < 0;
    }
  }
  const auto stops = static_cast<std::int64_t>(2 * day.legs.size() + 2);
  findings.Refuse(is_negative, "a road of negative length");
  findings.Refuse(longest > kLongestRoad || longest * stops > kUnimaginable, "a road too long");
  findings.Refuse(roads.places() > kMostThings, "too many places");
  findings.Refuse(day.drivers.size() > kMostThings, "too many drivers");
  findings.Refuse(day.legs.size() > kMostThings, "too many legs");
  findings.Amount(day.split_pair_meters, kLongestRoad, "metres of a split pair");
  if (!day.pooling.has_value()) return;
  findings.Amount(day.pooling->max_extra_seconds, kEndOfTime, "pooling seconds");
  findings.Amount(day.pooling->max_extra_percent, kEndOfTime, "pooling percent");
}

}  // namespace

absl::Status Validate(const Day& day) {
  Findings findings(day);
  findings.Look("day");
  LookAt(day, findings);
  for (std::size_t i = 0; i < day.drivers.size(); ++i) {
    findings.Look(absl::StrCat("driver ", i));
    LookAt(day.drivers[i], findings);
  }
  for (std::size_t i = 0; i < day.legs.size(); ++i) {
    findings.Look(absl::StrCat("leg ", i));
    LookAt(day.legs[i], findings);
  }
  return findings.Status();
}

}  // namespace entraide::matcher::dayplan
