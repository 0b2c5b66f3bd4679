// SPDX-License-Identifier: EUPL-1.2
#include "tests/matcher/dayplan/exhaustive.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace entraide::matcher::dayplan {
namespace {

constexpr std::int64_t kImpossible = std::numeric_limits<std::int64_t>::max();

// 2 x leg is where it begins, 2 x leg + 1 where it ends.
using Order = std::vector<int>;

class Tried {
 public:
  Tried(const Day& day, const Driver& driver) : day_(day), driver_(driver) {}

  // The least metres for these legs, all in one tour; kImpossible if it cannot be.
  std::int64_t Least(const std::vector<int>& legs) {
    if (legs.empty()) return 0;
    if (driver_.max_trips.has_value() && static_cast<int>(legs.size()) > *driver_.max_trips) {
      return kImpossible;
    }
    Order order;
    for (const int leg : legs) order.insert(order.end(), {2 * leg, 2 * leg + 1});
    std::sort(order.begin(), order.end());
    std::int64_t least = kImpossible;
    do {
      if (IsPossible(order)) least = std::min(least, Meters(order));
    } while (std::next_permutation(order.begin(), order.end()));
    return least;
  }

 private:
  const Leg& LegAt(int stop) const { return day_.legs[static_cast<std::size_t>(stop / 2)]; }
  PlaceIndex PlaceAt(int stop) const {
    return stop % 2 == 0 ? LegAt(stop).pickup : LegAt(stop).dropoff;
  }

  std::int64_t Meters(const Order& order) const {
    std::int64_t meters = 0;
    PlaceIndex at = driver_.home;
    for (const int stop : order) {
      meters += day_.roads.Between(at, PlaceAt(stop)).meters;
      at = PlaceAt(stop);
    }
    return meters + day_.roads.Between(at, driver_.home).meters;
  }

  bool IsPossible(const Order& order) const {
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (order[i] % 2 != 1) continue;
      const auto begun = std::find(order.begin(), order.end(), order[i] - 1);
      if (begun - order.begin() > static_cast<std::ptrdiff_t>(i)) return false;
    }
    return HasRoom(order) && HasTime(order);
  }

  bool HasRoom(const Order& order) const {
    int seats = 0;
    int wheelchairs = 0;
    for (const int stop : order) {
      const int sign = stop % 2 == 0 ? 1 : -1;
      seats += sign * LegAt(stop).seats;
      wheelchairs += sign * LegAt(stop).wheelchair_places;
      if (seats > driver_.seats || wheelchairs > driver_.wheelchair_places) return false;
    }
    return true;
  }

  // The most seconds that the ride which ends at `end` may take; nullopt: it must not be at all.
  std::optional<std::int64_t> LongestRide(const Order& order, std::size_t begin,
                                          std::size_t end) const {
    const Leg& leg = LegAt(order[end]);
    const std::int64_t own = leg.max_ride_seconds.value_or(kEndOfTime);
    bool has_company = end != begin + 1;
    int aboard = 0;
    for (std::size_t i = 0; i < begin; ++i) aboard += order[i] % 2 == 0 ? 1 : -1;
    has_company |= aboard > 0;
    if (!has_company) return own;
    if (leg.sharing == Sharing::kAlone) return std::nullopt;
    if (!day_.pooling.has_value()) return own;
    const std::int64_t direct = day_.roads.Between(leg.pickup, leg.dropoff).seconds;
    return std::min(
        own, direct + std::min<std::int64_t>(day_.pooling->max_extra_seconds,
                                             direct * day_.pooling->max_extra_percent / 100));
  }

  // Moments are moved later until nothing asks for more; what then comes too late is impossible.
  bool HasTime(const Order& order) const {
    const std::size_t count = order.size() + 2;
    std::vector<std::int64_t> at(count, driver_.availability[0].earliest);
    for (int round = 0; round < 1'000; ++round) {
      const std::vector<std::int64_t> before = at;
      PlaceIndex place = driver_.home;
      std::int64_t free = at[0];
      for (std::size_t i = 0; i < order.size(); ++i) {
        const Leg& leg = LegAt(order[i]);
        const bool begins = order[i] % 2 == 0;
        const Window& window = begins ? leg.pickup_window : leg.dropoff_window;
        std::int64_t& moment = at[i + 1];
        moment = std::max({moment, std::int64_t{window.earliest},
                           free + day_.roads.Between(place, PlaceAt(order[i])).seconds});
        if (moment > window.latest) return false;
        free = moment + (begins ? leg.boarding_seconds : leg.alighting_seconds);
        place = PlaceAt(order[i]);
        if (begins) continue;
        const auto begun = std::find(order.begin(), order.end(), order[i] - 1) - order.begin();
        const auto longest = LongestRide(order, static_cast<std::size_t>(begun), i);
        if (!longest.has_value()) return false;
        std::int64_t& boarding = at[static_cast<std::size_t>(begun) + 1];
        boarding = std::max(boarding, moment - *longest - leg.boarding_seconds);
      }
      at.back() = std::max(at.back(), free + day_.roads.Between(place, driver_.home).seconds);
      if (at.back() > driver_.availability[0].latest) return false;
      at[0] = std::max(at[0], at.back() - driver_.max_away_seconds.value_or(kEndOfTime));
      if (at == before) return true;
    }
    return false;
  }

  const Day& day_;
  const Driver& driver_;
};

bool MayDrive(const Day& day, int driver, int leg) {
  const Leg& wish = day.legs[static_cast<std::size_t>(leg)];
  const DriverIndex index{driver};
  return wish.committed_to.value_or(index) == index &&
         std::find(wish.excluded.begin(), wish.excluded.end(), index) == wish.excluded.end();
}

// Of an assignment: the driver of each leg, -1 for nobody. Nullopt where it cannot be.
std::optional<PlanTotals> TotalsOf(const Day& day, const std::vector<int>& driver_of) {
  PlanTotals totals;
  for (int driver = 0; driver < static_cast<int>(day.drivers.size()); ++driver) {
    std::vector<int> legs;
    for (int leg = 0; leg < static_cast<int>(driver_of.size()); ++leg) {
      if (driver_of[static_cast<std::size_t>(leg)] != driver) continue;
      if (!MayDrive(day, driver, leg)) return std::nullopt;
      legs.push_back(leg);
    }
    const Driver& who = day.drivers[static_cast<std::size_t>(driver)];
    const std::int64_t meters = Tried(day, who).Least(legs);
    if (meters == kImpossible) return std::nullopt;
    totals.meters += meters;
    const std::int64_t trips = who.recent_trips + static_cast<std::int64_t>(legs.size());
    totals.unfairness += trips * trips;
  }
  for (std::size_t leg = 0; leg < driver_of.size(); ++leg) {
    if (driver_of[leg] < 0) {
      ++totals.unserved;
      totals.broken_commitments += day.legs[leg].committed_to.has_value() ? 1 : 0;
    } else if (day.legs[leg].pair.has_value() &&
               static_cast<std::size_t>(*day.legs[leg].pair) > leg) {
      const int mate = driver_of[static_cast<std::size_t>(*day.legs[leg].pair)];
      totals.split_pairs += mate >= 0 && mate != driver_of[leg] ? 1 : 0;
    }
  }
  return totals;
}

}  // namespace

PlanTotals BestByExhaustion(const Day& day) {
  std::vector<int> driver_of(day.legs.size(), -1);
  std::optional<PlanTotals> best;
  while (true) {
    const std::optional<PlanTotals> totals = TotalsOf(day, driver_of);
    if (totals.has_value() && (!best.has_value() || Compare(*totals, *best, day) < 0)) {
      best = totals;
    }
    std::size_t leg = 0;  // Counts up, in base drivers + 1.
    while (leg < driver_of.size() && ++driver_of[leg] == static_cast<int>(day.drivers.size())) {
      driver_of[leg++] = -1;
    }
    if (leg == driver_of.size()) return *best;
  }
}

}  // namespace entraide::matcher::dayplan
