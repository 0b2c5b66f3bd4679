// SPDX-License-Identifier: EUPL-1.2
#include "matcher/dayplan/search/timetable.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace entraide::matcher::dayplan {
namespace {

bool IsDropoff(const Slot& slot) { return slot.node != kHome && !IsPickup(slot.node); }

// Delays what may be delayed without delaying any drop-off: that only shortens rides.
void FetchLate(const TourDraft& tour, std::vector<TimedStop>& times) {
  for (std::size_t i = times.size() - 1; i-- > 0;) {
    if (IsDropoff(tour.slots[i])) continue;
    TimedStop& stop = times[i];
    stop.earliest = std::min(stop.latest, times[i + 1].earliest - stop.seconds_next - stop.service);
  }
}

StopKind KindOf(const Slot& slot, std::size_t index) {
  if (slot.node == kHome) return index == 0 ? StopKind::kLeaveHome : StopKind::kComeHome;
  return IsPickup(slot.node) ? StopKind::kPickup : StopKind::kDropoff;
}

void AddUp(const TourDraft& draft, Tour& tour) {
  TourTimes& times = tour.times;
  const std::size_t last = draft.slots.size() - 1;
  for (std::size_t i = 0; i < last; ++i) {
    const Slot& slot = draft.slots[i];
    if (i == 0) {
      times.approach_seconds += slot.seconds_next;
    } else if (i + 1 == last) {
      times.return_seconds += slot.seconds_next;
    } else if (slot.load == Room()) {
      times.empty_seconds += slot.seconds_next;
    } else {
      times.loaded_seconds += slot.seconds_next;
    }
  }
  for (const Stop& stop : tour.stops) {
    times.waiting_seconds += stop.begin - stop.arrive;
    times.service_seconds += stop.leave - stop.begin;
  }
}

Tour WriteTour(const Model& model, int shift_index, const TourDraft& draft, TourMath& math) {
  const Shift& shift = model.shifts[static_cast<std::size_t>(shift_index)];
  std::vector<TimedStop>& times = math.TimesOf(shift_index, draft);
  SettleEarliest(times);
  FetchLate(draft, times);
  Tour tour{.driver = DriverIndex(shift.driver), .window = shift.window, .meters = draft.meters};
  int arrive = times.front().earliest;
  int meters = 0;
  for (std::size_t i = 0; i < draft.slots.size(); ++i) {
    const Slot& slot = draft.slots[i];
    const bool is_last = i + 1 == draft.slots.size();
    const int begin = is_last ? arrive : times[i].earliest;
    tour.stops.push_back({.kind = KindOf(slot, i),
                          .place = PlaceIndex(slot.place),
                          .arrive = arrive,
                          .begin = begin,
                          .leave = begin + slot.service,
                          .meters = meters});
    if (slot.node != kHome) tour.stops.back().leg = LegIndex(LegOf(slot.node));
    arrive = tour.stops.back().leave + slot.seconds_next;
    meters = slot.meters_next;
  }
  AddUp(draft, tour);
  return tour;
}

// Trips of each driver in the plan.
std::vector<int> TripsOf(const Model& model, const Best& best) {
  std::vector<int> trips(model.drivers.size());
  for (int shift = 0; shift < model.shift_count(); ++shift) {
    const int driver = model.shifts[static_cast<std::size_t>(shift)].driver;
    trips[static_cast<std::size_t>(driver)] += best.tour(shift).legs();
  }
  return trips;
}

Reason WhyNot(const Model& model, const std::vector<int>& trips, int leg) {
  const std::optional<Reason> hopeless = model.HopelessBecause(leg);
  if (hopeless.has_value()) return *hopeless;
  for (int shift = 0; shift < model.shift_count(); ++shift) {
    if (!model.Suits(leg, shift)) continue;
    const auto driver =
        static_cast<std::size_t>(model.shifts[static_cast<std::size_t>(shift)].driver);
    if (trips[driver] < model.drivers[driver].most_trips) return Reason::kBusy;
  }
  return Reason::kLimitReached;
}

int SplitPairs(const Model& model, const std::vector<int>& driver_of) {
  int split = 0;
  for (int leg = 0; leg < model.legs(); ++leg) {
    for (const int mate : model.facts[static_cast<std::size_t>(leg)].mates) {
      const int one = driver_of[static_cast<std::size_t>(leg)];
      const int other = driver_of[static_cast<std::size_t>(mate)];
      split += leg < mate && one >= 0 && other >= 0 && one != other ? 1 : 0;
    }
  }
  return split;
}

}  // namespace

Plan WriteOut(const Model& model, const Best& best, TourMath& math) {
  Plan plan;
  std::vector<int> driver_of(static_cast<std::size_t>(model.legs()), -1);
  for (int shift = 0; shift < model.shift_count(); ++shift) {
    const TourDraft& draft = best.tour(shift);
    if (draft.is_empty()) continue;
    plan.tours.push_back(WriteTour(model, shift, draft, math));
    plan.totals.meters += draft.meters;
    for (const Slot& slot : draft.slots) {
      if (slot.node == kHome) continue;
      driver_of[static_cast<std::size_t>(LegOf(slot.node))] =
          model.shifts[static_cast<std::size_t>(shift)].driver;
    }
  }
  const std::vector<int> trips = TripsOf(model, best);
  for (int leg = 0; leg < model.legs(); ++leg) {
    if (driver_of[static_cast<std::size_t>(leg)] >= 0) continue;
    plan.unserved.push_back({LegIndex(leg), WhyNot(model, trips, leg)});
    const bool is_committed = model.facts[static_cast<std::size_t>(leg)].is_committed;
    plan.totals.broken_commitments += is_committed ? 1 : 0;
  }
  plan.totals.unserved = static_cast<int>(plan.unserved.size());
  plan.totals.split_pairs = SplitPairs(model, driver_of);
  for (std::size_t i = 0; i < trips.size(); ++i) {
    const std::int64_t all = model.drivers[i].recent_trips + trips[i];
    plan.totals.unfairness += all * all;
  }
  return plan;
}

}  // namespace entraide::matcher::dayplan
