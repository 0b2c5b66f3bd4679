// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cstddef>

#include "matcher/dayplan/search/tour_draft.h"

namespace entraide::matcher::dayplan {
namespace {

template <typename T>
const auto& At(const T& things, int index) {
  return things[static_cast<std::size_t>(index)];
}

// The hot loop of the planner, as one question asked of a tour: where does this leg cost least?
// The roads to and from both its ends are four rows of the tables, read again for every slot.
struct Question {
  Question(const Model& model, const Shift& the_shift, int leg)
      : shift(the_shift),
        pickup(At(model.nodes, PickupOf(leg))),
        dropoff(At(model.nodes, DropoffOf(leg))),
        demand(At(model.facts, leg).demand),
        to_pickup(model.RoadsTo(pickup.place)),
        from_pickup(model.RoadsFrom(pickup.place)),
        to_dropoff(model.RoadsTo(dropoff.place)),
        from_dropoff(model.RoadsFrom(dropoff.place)),
        direct(from_pickup[dropoff.place]) {}

  // Driving more if the drop-off follows `before`, left at `leave`; kUnlimited: too late for it, or
  // for what comes after.
  std::int32_t DropoffBetween(std::int32_t leave, const Road& there, std::int32_t meters_before,
                              const Slot& after) const {
    const std::int32_t arrive = leave + there.seconds;
    if (arrive > dropoff.latest) return kUnlimited;
    const Road& on = from_dropoff[after.place];
    const std::int32_t drive_on = std::max(arrive, dropoff.earliest) + dropoff.service;
    if (drive_on + on.seconds > after.latest) return kUnlimited;
    return there.meters + on.meters - meters_before;
  }

  const Shift& shift;
  const Node& pickup;
  const Node& dropoff;
  const Room demand;
  const Road* to_pickup;
  const Road* from_pickup;
  const Road* to_dropoff;
  const Road* from_dropoff;
  const Road direct;
};

}  // namespace

// The triangle inequality is used twice: driving on from a slot never gets earlier by an insertion
// before it (so that `leave` remains a bound), and a drop-off never costs less than nothing.
Spot TourMath::BestSpot(int shift_index, const TourDraft& tour, int leg) {
  const Question ask(model_, At(model_.shifts, shift_index), leg);
  const LegFacts& facts = At(model_.facts, leg);
  const bool is_limited = tour.is_limited || facts.longest_alone != kUnlimited;
  const int last = static_cast<int>(tour.slots.size()) - 1;
  Spot best;
  const auto offer = [&](std::int32_t meters, int pickup, int dropoff, bool is_alone) {
    if (meters >= best.meters) return;
    const Spot spot{meters, static_cast<std::int16_t>(pickup), static_cast<std::int16_t>(dropoff)};
    const bool may_break_limits = is_limited || (!is_alone && model_.has_limits);
    if (may_break_limits && !TimesWillDo(shift_index, tour, leg, spot)) return;
    best = spot;
  };
  for (int i = 0; i < last; ++i) {
    const Slot& before = At(tour.slots, i);
    const Slot& after = At(tour.slots, i + 1);
    if (before.leave > ask.pickup.latest) break;
    const Road& there = ask.to_pickup[before.place];
    const std::int32_t arrive = before.leave + there.seconds;
    if (arrive > ask.pickup.latest) continue;
    if (!ask.shift.room.Holds(before.load, ask.demand)) continue;
    const std::int32_t begin = std::max(arrive, ask.pickup.earliest);
    const std::int32_t aboard = begin + ask.pickup.service;
    const std::int32_t direct = ask.DropoffBetween(aboard, ask.direct, before.meters_next, after);
    if (direct != kUnlimited) offer(there.meters + direct, i, i, before.load == Room());
    const Road& on = ask.from_pickup[after.place];
    const std::int32_t more = there.meters + on.meters - before.meters_next;
    if (more >= best.meters) continue;
    std::int32_t time = aboard + on.seconds;
    for (int j = i + 1; j < last; ++j) {
      const Slot& slot = At(tour.slots, j);
      if (time > slot.latest || !ask.shift.room.Holds(slot.load, ask.demand)) break;
      const std::int32_t leave = std::max(slot.leave, time + slot.service);
      if (leave > ask.dropoff.latest) break;
      const std::int32_t later = ask.DropoffBetween(leave, ask.to_dropoff[slot.place],
                                                    slot.meters_next, At(tour.slots, j + 1));
      if (later != kUnlimited) offer(more + later, i, j, false);
      time = leave + slot.seconds_next;
    }
  }
  return best;
}

}  // namespace entraide::matcher::dayplan
