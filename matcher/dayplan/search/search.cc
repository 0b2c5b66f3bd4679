// SPDX-License-Identifier: EUPL-1.2
#include "matcher/dayplan/search/search.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace entraide::matcher::dayplan {
namespace {

constexpr double kHottest = 0.04;  // Of the driving per leg in the first plan.
constexpr double kColdest = kHottest / 200;
constexpr std::int64_t kShortestSweep = 16;  // Rounds.
constexpr double kServingUntil = 0.2;
constexpr double kSheddingUntil = 0.6;

// The end of the first sweep: a power of one half.
double FirstEnd(std::int64_t rounds) {
  double end = 1;
  for (; rounds / 2 >= kShortestSweep; rounds /= 2) end /= 2;
  return end;
}

}  // namespace

Search::Search(const Model& model, const Effort& effort)
    : model_(model),
      progress_(effort),
      aim_(effort.aim),
      dice_(effort.seed),
      math_(model),
      neighbours_(model),
      ruin_(model, neighbours_),
      recreate_(model, math_),
      draft_(model, math_),
      best_(model.shift_count()),
      absences_(model.facts.size()) {
  recreate_.Build(draft_);
  best_.Take(draft_);
  const int served = model.legs() - static_cast<int>(draft_.unserved().size());
  const double cost = static_cast<double>(std::max<std::int64_t>(1, best_.score().cost));
  const double per_leg = cost / std::max(1, served);
  hottest_ = kHottest * per_leg;
  coldest_ = kColdest * per_leg;
  first_end_ = FirstEnd(effort.rounds);
}

void Search::Run() {
  if (draft_.ShiftsUnderWay() == 0) return;
  double from = 0;
  if (aim_ == Aim::kFewestDrivers) {
    if (best_.score().unserved > 0) Sweep(0, kServingUntil);
    ShedTours(kSheddingUntil);
    from = progress_.share();
  }
  for (double until = first_end_; progress_.share() < 1; until *= 2) {
    if (until <= from) continue;
    Sweep(from, until);
    from = until;
  }
}

void Search::Sweep(double from, double until) {
  best_.GiveBack(draft_);
  current_ = best_.score();
  current_unserved_ = draft_.unserved();
  double done = 0;
  double temperature = hottest_;
  bool may_change = true;
  while (progress_.share() < until) {
    Round(temperature, may_change ? Unserved::kMayChange : Unserved::kNeverMore);
    if (!progress_.Step()) continue;
    done = (progress_.share() - from) / (until - from);
    temperature = hottest_ * std::pow(coldest_ / hottest_, done);
    if (!may_change || done < 0.5) continue;
    may_change = false;
    if (current_.unserved == best_.score().unserved) continue;
    best_.GiveBack(draft_);
    current_ = best_.score();
    current_unserved_ = draft_.unserved();
  }
}

void Search::Round(double temperature, Unserved unserved) {
  draft_.Begin();
  if (!ruin_.Strike(draft_, dice_)) return draft_.Undo();
  recreate_.Rebuild(draft_, dice_);
  const Score after = draft_.score();
  const bool is_acceptable = IsAcceptable(after, temperature, unserved);
  for (const int leg : draft_.unserved()) ++absences_[static_cast<std::size_t>(leg)];
  if (!is_acceptable) return draft_.Undo();
  current_ = after;
  current_unserved_ = draft_.unserved();
  best_.Differ(draft_);
  if (after < best_.score()) best_.Take(draft_);
}

bool Search::IsAcceptable(const Score& after, double temperature, Unserved unserved) {
  if (after.unserved < current_.unserved) return true;
  if (unserved == Unserved::kMayChange && current_.unserved > 0 &&
      after.unserved / kBrokenCommitment <= current_.unserved / kBrokenCommitment &&
      Absence(draft_.unserved()) < Absence(current_unserved_)) {
    return true;
  }
  if (after.unserved > current_.unserved) return false;
  const double worse = static_cast<double>(after.cost - current_.cost);
  return worse < 0 || worse < -temperature * std::log(dice_.Share());
}

std::int64_t Search::Absence(const std::vector<int>& legs) const {
  std::int64_t sum = 0;
  for (const int leg : legs) sum += absences_[static_cast<std::size_t>(leg)];
  return sum;
}

}  // namespace entraide::matcher::dayplan
