// SPDX-License-Identifier: EUPL-1.2
#include "matcher/dayplan/search/ruin.h"

#include <algorithm>
#include <cstddef>

namespace entraide::matcher::dayplan {
namespace {

constexpr int kLongestString = 16;      // Stops.
constexpr double kStopsPerStrike = 16;  // On average.
constexpr int kTries = 16;

}  // namespace

int Ruin::ChooseNode(const Draft& draft, Dice& dice) const {
  const int nodes = static_cast<int>(2 * is_out_.size());
  int node = dice.Throw(nodes);
  for (int i = 0; i < kTries && draft.shift_of(LegOf(node)) < 0; ++i) node = dice.Throw(nodes);
  return node;
}

bool Ruin::Strike(Draft& draft, Dice& dice) {
  if (draft.ShiftsUnderWay() == 0) return true;
  const double served = static_cast<double>(is_out_.size() - draft.unserved().size());
  const double stops_per_tour = 2 * served / draft.ShiftsUnderWay();
  const double longest = std::min<double>(kLongestString, stops_per_tour);
  const double most_tours = 4 * kStopsPerStrike / (1 + longest) - 1;
  const int tours = static_cast<int>(dice.Share() * most_tours + 1);
  const std::int32_t* near = neighbours_.Of(ChooseNode(draft, dice));
  int struck = 0;
  for (int i = 0; i < neighbours_.count() && struck < tours; ++i) {
    const int shift = draft.shift_of(LegOf(near[i]));
    if (shift < 0 || draft.IsTouched(shift)) continue;
    if (!TakeString(draft, near[i], static_cast<int>(longest), dice)) return false;
    ++struck;
  }
  return true;
}

bool Ruin::TakeString(Draft& draft, int node, int longest, Dice& dice) {
  const int shift = draft.shift_of(LegOf(node));
  const std::vector<Slot>& slots = draft.tour(shift).slots;
  const int stops = static_cast<int>(slots.size()) - 2;
  const int length = 1 + dice.Throw(std::min(stops, longest));
  const auto found = std::find_if(slots.begin(), slots.end(),
                                  [node](const Slot& slot) { return slot.node == node; });
  const int at = static_cast<int>(found - slots.begin());
  const int first = std::max(1, at - length + 1);
  const int last = std::min(at, stops - length + 1);  // Where the string may begin.
  const int begin = first + dice.Throw(last - first + 1);
  string_.clear();
  for (int i = begin; i < begin + length; ++i) {
    const int leg = LegOf(slots[static_cast<std::size_t>(i)].node);
    if (is_out_[static_cast<std::size_t>(leg)]) continue;
    is_out_[static_cast<std::size_t>(leg)] = true;
    string_.push_back(leg);
  }
  for (const int leg : string_) is_out_[static_cast<std::size_t>(leg)] = false;
  return draft.TakeOut(shift, string_);
}

}  // namespace entraide::matcher::dayplan
