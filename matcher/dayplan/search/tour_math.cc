// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cstddef>

#include "matcher/dayplan/search/tour_draft.h"

namespace entraide::matcher::dayplan {
namespace {

template <typename T>
auto& At(T& things, int index) {
  return things[static_cast<std::size_t>(index)];
}

}  // namespace

TourDraft TourMath::EmptyTour(int shift) {
  TourDraft tour;
  tour.slots.resize(2);
  Recompute(shift, tour);
  return tour;
}

bool TourMath::Recompute(int shift_index, TourDraft& tour) {
  const Shift& shift = At(model_.shifts, shift_index);
  std::vector<Slot>& slots = tour.slots;
  tour.meters = 0;
  Slot* before = nullptr;
  for (Slot& slot : slots) {
    if (slot.node == kHome) {
      slot.place = shift.place;
      slot.service = 0;
    } else {
      slot.place = At(model_.nodes, slot.node).place;
      slot.service = At(model_.nodes, slot.node).service;
    }
    if (before != nullptr) {
      // Who carries nobody stays at home, whatever the table says of going from there to there.
      const Road road = tour.is_empty() ? Road() : model_.Between(before->place, slot.place);
      before->seconds_next = road.seconds;
      before->meters_next = road.meters;
      tour.meters += road.meters;
      if (slot.node != kHome) {
        const Room demand = At(model_.facts, LegOf(slot.node)).demand;
        slot.load = IsPickup(slot.node) ? before->load + demand : before->load - demand;
      }
    }
    before = &slot;
  }
  return RecomputeTimes(shift_index, tour);
}

bool TourMath::RecomputeTimes(int shift_index, TourDraft& tour) {
  const Shift& shift = At(model_.shifts, shift_index);
  std::vector<Slot>& slots = tour.slots;
  tour.is_limited = false;
  if (model_.has_limits) {
    std::vector<TimedStop>& times = TimesOf(shift_index, tour);
    for (const TimedStop& stop : times) tour.is_limited |= stop.since >= 0;
    if (tour.is_limited) {
      if (!SettleEarliest(times)) return false;
      for (std::size_t i = 0; i < slots.size(); ++i) {
        slots[i].leave = times[i].earliest + times[i].service;
      }
      SettleLatest(times);
      for (std::size_t i = 0; i < slots.size(); ++i) slots[i].latest = times[i].latest;
      return true;
    }
  }
  slots.front().leave = shift.from;
  for (std::size_t i = 1; i + 1 < slots.size(); ++i) {
    const Node& node = At(model_.nodes, slots[i].node);
    const std::int32_t begin =
        std::max(node.earliest, slots[i - 1].leave + slots[i - 1].seconds_next);
    if (begin > node.latest) return false;
    slots[i].leave = begin + node.service;
  }
  const Slot& last = slots[slots.size() - 2];
  slots.back().leave = last.leave + last.seconds_next;
  slots.back().latest = shift.until;
  for (std::size_t i = slots.size() - 1; i-- > 0;) {
    const std::int32_t own = i == 0 ? shift.until : At(model_.nodes, slots[i].node).latest;
    slots[i].latest = std::min(own, slots[i + 1].latest - slots[i].seconds_next - slots[i].service);
  }
  return slots.back().leave <= shift.until;
}

bool TourMath::Insert(int shift, int leg, const Spot& spot, TourDraft& tour) {
  std::vector<Slot>& slots = tour.slots;
  slots.insert(slots.begin() + spot.dropoff + 1, Slot{.node = DropoffOf(leg)});
  slots.insert(slots.begin() + spot.pickup + 1, Slot{.node = PickupOf(leg)});
  return Recompute(shift, tour);
}

void TourMath::AskForTimes(int shift_index) {
  const Shift& shift = At(model_.shifts, shift_index);
  const int count = static_cast<int>(nodes_.size());
  times_.clear();
  int aboard = 0;
  for (int i = 0; i < count; ++i) {
    const int node = At(nodes_, i);
    if (node == kHome) {
      const bool ends_tour = i > 0 && shift.longest_away != kUnlimited;
      times_.push_back({.earliest = shift.from,
                        .latest = shift.until,
                        .since = ends_tour ? 0 : -1,
                        .longest = shift.longest_away});
    } else {
      const Node& facts = At(model_.nodes, node);
      times_.push_back(
          {.earliest = facts.earliest, .latest = facts.latest, .service = facts.service});
      const int leg = LegOf(node);
      if (IsPickup(node)) {
        At(began_, leg) = i;
        was_alone_[static_cast<std::size_t>(leg)] = aboard == 0;
        ++aboard;
      } else {
        const bool is_alone = was_alone_[static_cast<std::size_t>(leg)] && At(began_, leg) == i - 1;
        const LegFacts& limits = At(model_.facts, leg);
        const std::int32_t longest = is_alone ? limits.longest_alone : limits.longest_shared;
        times_.back().longest = longest;
        times_.back().since = longest == kUnlimited ? -1 : At(began_, leg);
        --aboard;
      }
    }
    if (i == 0) continue;
    const auto place_of = [&](int n) {
      return n == kHome ? shift.place : At(model_.nodes, n).place;
    };
    At(times_, i - 1).seconds_next =
        model_.Between(place_of(At(nodes_, i - 1)), place_of(node)).seconds;
  }
}

std::vector<TimedStop>& TourMath::TimesOf(int shift, const TourDraft& tour) {
  nodes_.clear();
  for (const Slot& slot : tour.slots) nodes_.push_back(slot.node);
  AskForTimes(shift);
  return times_;
}

bool TourMath::TimesWillDo(int shift, const TourDraft& tour, int leg, const Spot& spot) {
  nodes_.clear();
  for (int i = 0; i < static_cast<int>(tour.slots.size()); ++i) {
    nodes_.push_back(At(tour.slots, i).node);
    if (i == spot.pickup) nodes_.push_back(PickupOf(leg));
    if (i == spot.dropoff) nodes_.push_back(DropoffOf(leg));
  }
  AskForTimes(shift);
  return SettleEarliest(times_);
}

}  // namespace entraide::matcher::dayplan
