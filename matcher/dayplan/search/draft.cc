// SPDX-License-Identifier: EUPL-1.2
#include "matcher/dayplan/search/draft.h"

#include <algorithm>
#include <cstddef>

namespace entraide::matcher::dayplan {
namespace {

template <typename T>
decltype(auto) At(T& things, int index) {
  return things[static_cast<std::size_t>(index)];
}

}  // namespace

Draft::Draft(const Model& model, TourMath& math) : model_(model), math_(math) {
  const auto shifts = static_cast<std::size_t>(model.shift_count());
  const auto legs = static_cast<std::size_t>(model.legs());
  for (const DriverFacts& driver : model.drivers) trips_.push_back(driver.recent_trips);
  for (int shift = 0; shift < model.shift_count(); ++shift) {
    tours_.push_back(math.EmptyTour(shift));
    tours_.back().version = ++last_version_;
  }
  for (int leg = 0; leg < model.legs(); ++leg) {
    if (!model.HopelessBecause(leg).has_value()) hopeful_.push_back(leg);
  }
  shift_of_.assign(legs, -1);
  is_closed_.assign(shifts, false);
  is_touched_.assign(shifts, false);
  is_out_.assign(legs, false);
  unserved_ = hopeful_;
  Recount();
}

Score Draft::score() const {
  Score score;
  for (const int leg : unserved_) {
    score.unserved += At(model_.facts, leg).is_committed ? kBrokenCommitment : 1;
  }
  score.cost = (sums_.meters + sums_.split_pairs * model_.split_pair_meters) * kCostOfMeter +
               sums_.unfairness;
  return score;
}

const std::vector<int>& Draft::OpenShifts() {
  if (!open_is_stale_) return open_;
  open_is_stale_ = false;
  open_.clear();
  std::vector<bool> has_empty(static_cast<std::size_t>(model_.kinds), false);
  for (int shift = 0; shift < model_.shift_count(); ++shift) {
    if (At(is_closed_, shift)) continue;
    if (tour(shift).is_empty()) {
      auto seen = At(has_empty, At(model_.shifts, shift).kind);
      if (seen) continue;
      seen = true;
    }
    open_.push_back(shift);
  }
  return open_;
}

std::int64_t Draft::SplitMeters(int leg, int driver) const {
  std::int64_t meters = 0;
  for (const int mate : At(model_.facts, leg).mates) {
    const int shift = shift_of(mate);
    if (shift < 0 || At(model_.shifts, shift).driver == driver) continue;
    meters += model_.split_pair_meters;
  }
  return meters;
}

bool Draft::HasTripLeft(int driver) const {
  const DriverFacts& facts = At(model_.drivers, driver);
  return trips_of(driver) - facts.recent_trips < facts.most_trips;
}

void Draft::Begin() {
  for (const int shift : touched_) At(is_touched_, shift) = false;
  touched_.clear();
  unserved_before_ = unserved_;
  sums_before_ = sums_;
}

void Draft::Touch(int shift) {
  if (IsTouched(shift)) return;
  At(is_touched_, shift) = true;
  if (saved_.size() == touched_.size()) saved_.emplace_back();
  saved_[touched_.size()] = tour(shift);
  touched_.push_back(shift);
}

// Enters a leg with its driver (sign 1), or takes it off the account (-1).
void Draft::Count(int leg, int driver, int sign) {
  const int trips = sign > 0 ? trips_of(driver) : trips_of(driver) - 1;
  sums_.unfairness += sign * (2 * std::int64_t{trips} + 1);
  At(trips_, driver) += sign;
  for (const int mate : At(model_.facts, leg).mates) {
    const int shift = shift_of(mate);
    if (shift >= 0 && At(model_.shifts, shift).driver != driver) sums_.split_pairs += sign;
  }
}

bool Draft::TakeOut(int shift, const std::vector<int>& legs) {
  Touch(shift);
  TourDraft& changed = At(tours_, shift);
  for (const int leg : legs) {
    At(shift_of_, leg) = -1;
    Count(leg, At(model_.shifts, shift).driver, -1);
    unserved_.push_back(leg);
    At(is_out_, leg) = true;
  }
  sums_.meters -= changed.meters;
  std::erase_if(changed.slots, [&](const Slot& slot) {
    return slot.node != kHome && is_out_[static_cast<std::size_t>(LegOf(slot.node))];
  });
  for (const int leg : legs) At(is_out_, leg) = false;
  const bool is_possible = math_.Recompute(shift, changed);
  sums_.meters += changed.meters;
  changed.version = ++last_version_;
  if (changed.is_empty()) SetUnderWay(-1);
  return is_possible;
}

void Draft::PutIn(int leg, int shift, const Spot& spot) {
  Touch(shift);
  TourDraft& changed = At(tours_, shift);
  if (changed.is_empty()) SetUnderWay(1);
  sums_.meters -= changed.meters;
  math_.Insert(shift, leg, spot, changed);
  sums_.meters += changed.meters;
  changed.version = ++last_version_;
  Count(leg, At(model_.shifts, shift).driver, 1);
  At(shift_of_, leg) = shift;
}

void Draft::SetUnderWay(int change) {
  under_way_ += change;
  open_is_stale_ = true;
}

void Draft::Undo() {
  for (const int shift : touched_) {
    for (const Slot& slot : tour(shift).slots) {
      if (slot.node != kHome) At(shift_of_, LegOf(slot.node)) = -1;
    }
    At(trips_, At(model_.shifts, shift).driver) -= tour(shift).legs();
  }
  for (std::size_t i = 0; i < touched_.size(); ++i) {
    TourDraft& now = At(tours_, touched_[i]);
    if (now.is_empty() != saved_[i].is_empty()) SetUnderWay(now.is_empty() ? 1 : -1);
    std::swap(now, saved_[i]);
    for (const Slot& slot : now.slots) {
      if (slot.node != kHome) At(shift_of_, LegOf(slot.node)) = touched_[i];
    }
    At(trips_, At(model_.shifts, touched_[i]).driver) += now.legs();
  }
  unserved_ = unserved_before_;
  sums_ = sums_before_;
  for (const int shift : touched_) At(is_touched_, shift) = false;
  touched_.clear();
}

void Draft::Restore(int shift, const TourDraft& tour) { At(tours_, shift) = tour; }

void Draft::Recount() {
  Begin();
  sums_ = {};
  under_way_ = 0;
  open_is_stale_ = true;
  std::fill(shift_of_.begin(), shift_of_.end(), -1);
  for (int i = 0; i < static_cast<int>(trips_.size()); ++i) {
    At(trips_, i) = At(model_.drivers, i).recent_trips;
  }
  for (int shift = 0; shift < model_.shift_count(); ++shift) {
    sums_.meters += tour(shift).meters;
    under_way_ += tour(shift).is_empty() ? 0 : 1;
    for (const Slot& slot : tour(shift).slots) {
      if (slot.node == kHome || !IsPickup(slot.node)) continue;
      Count(LegOf(slot.node), At(model_.shifts, shift).driver, 1);
      At(shift_of_, LegOf(slot.node)) = shift;
    }
  }
  unserved_.clear();
  for (const int leg : hopeful_) {
    if (shift_of(leg) < 0) unserved_.push_back(leg);
  }
}

void Draft::Close(int shift) {
  At(is_closed_, shift) = true;
  open_is_stale_ = true;
}

void Draft::Reopen(int shift) {
  At(is_closed_, shift) = false;
  open_is_stale_ = true;
}

}  // namespace entraide::matcher::dayplan
