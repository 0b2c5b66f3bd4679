// SPDX-License-Identifier: EUPL-1.2
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

#include "matcher/dayplan/search/search.h"

namespace entraide::matcher::dayplan {
namespace {

std::vector<int> LegsOf(const TourDraft& tour) {
  std::vector<int> legs;
  for (const Slot& slot : tour.slots) {
    if (slot.node != kHome && IsPickup(slot.node)) legs.push_back(LegOf(slot.node));
  }
  return legs;
}

}  // namespace

// Closes one tour after the other, as long as all its legs find a place elsewhere.
void Search::ShedTours(double until) {
  best_.GiveBack(draft_);
  for (int shift = 0; shift < model_.shift_count(); ++shift) {
    if (draft_.tour(shift).is_empty()) draft_.Close(shift);
  }
  while (progress_.share() < until && draft_.ShiftsUnderWay() > 1) {
    if (!ShedOne(EasiestTour(), until)) return;
  }
}

// The legs that were left out least often so far are the easiest to place.
int Search::EasiestTour() const {
  int easiest = -1;
  std::pair<std::int64_t, int> least{std::numeric_limits<std::int64_t>::max(), 0};
  for (int shift = 0; shift < model_.shift_count(); ++shift) {
    const TourDraft& tour = draft_.tour(shift);
    if (tour.is_empty()) continue;
    const std::pair<std::int64_t, int> absence{Absence(LegsOf(tour)), tour.legs()};
    if (easiest >= 0 && absence >= least) continue;
    easiest = shift;
    least = absence;
  }
  return easiest;
}

bool Search::ShedOne(int shift, double until) {
  const std::int64_t unserved = best_.score().unserved;
  draft_.Begin();
  if (!draft_.TakeOut(shift, LegsOf(draft_.tour(shift)))) {
    draft_.Undo();
    return false;
  }
  best_.Differ(draft_);
  draft_.Close(shift);
  current_ = draft_.score();
  current_unserved_ = draft_.unserved();
  while (current_.unserved > unserved && progress_.share() < until) {
    Round(coldest_, Unserved::kMayChange);
    progress_.Step();
  }
  const bool has_worked = current_.unserved <= unserved;
  if (has_worked) {
    best_.Take(draft_);
  } else {
    draft_.Reopen(shift);
    best_.GiveBack(draft_);
  }
  return has_worked;
}

}  // namespace entraide::matcher::dayplan
