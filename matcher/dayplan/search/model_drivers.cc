// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <set>

#include "matcher/dayplan/search/model.h"

namespace entraide::matcher::dayplan {
namespace {

// Drivers that some leg names: they are like nobody else.
std::set<int> NamedDrivers(const Day& day) {
  std::set<int> named;
  for (const Leg& leg : day.legs) {
    if (leg.committed_to.has_value()) named.insert(static_cast<int>(*leg.committed_to));
    for (const DriverIndex driver : leg.excluded) named.insert(static_cast<int>(driver));
  }
  return named;
}

bool AreAlike(const Driver& a, const Driver& b) {
  return a.availability.size() == 1 && b.availability.size() == 1 && a.home == b.home &&
         a.availability[0].earliest == b.availability[0].earliest &&
         a.availability[0].latest == b.availability[0].latest && a.seats == b.seats &&
         a.wheelchair_places == b.wheelchair_places &&
         a.max_meters_per_trip == b.max_meters_per_trip && a.max_trips == b.max_trips &&
         a.max_away_seconds == b.max_away_seconds && a.recent_trips == b.recent_trips;
}

}  // namespace

void Model::ReadDrivers(const Day& day) {
  const std::set<int> named = NamedDrivers(day);
  for (int i = 0; i < static_cast<int>(day.drivers.size()); ++i) {
    const Driver& driver = day.drivers[static_cast<std::size_t>(i)];
    drivers.push_back(
        {.most_trips = driver.max_trips.value_or(kEndOfTime), .recent_trips = driver.recent_trips});
    for (int window = 0; window < static_cast<int>(driver.availability.size()); ++window) {
      const Window& available = driver.availability[static_cast<std::size_t>(window)];
      Shift shift{
          .driver = i,
          .window = window,
          .place = static_cast<int>(driver.home),
          .from = available.earliest,
          .until = available.latest,
          .longest_away = driver.max_away_seconds.value_or(kUnlimited),
          .room = Room::Of(static_cast<std::uint64_t>(driver.seats),
                           static_cast<std::uint64_t>(driver.wheelchair_places), Room::kAlone)};
      const auto alike = std::find_if(shifts.begin(), shifts.end(), [&](const Shift& other) {
        return !named.contains(i) && !named.contains(other.driver) &&
               AreAlike(driver, day.drivers[static_cast<std::size_t>(other.driver)]);
      });
      shift.kind = alike == shifts.end() ? kinds++ : alike->kind;
      shifts.push_back(shift);
    }
    has_limits |= driver.max_away_seconds.has_value();
  }
}

}  // namespace entraide::matcher::dayplan
