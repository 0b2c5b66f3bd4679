// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "matcher/dayplan/search/draft.h"

namespace entraide::matcher::dayplan {

// The best plan so far. It follows the draft lazily: between two improvements only the tours that
// changed are copied.
class Best {
 public:
  explicit Best(int shifts)
      : tours_(static_cast<std::size_t>(shifts)), differs_(tours_.size(), 1) {}

  // The tours that the draft touched since `Begin` are no longer those of the best plan.
  void Differ(const Draft& draft);

  // The draft is better now.
  void Take(const Draft& draft);

  // The draft becomes the best plan again.
  void GiveBack(Draft& draft);

  const Score& score() const { return score_; }
  const TourDraft& tour(int shift) const { return tours_[static_cast<std::size_t>(shift)]; }

 private:
  std::vector<TourDraft> tours_;
  std::vector<char> differs_;
  Score score_{};
};

}  // namespace entraide::matcher::dayplan
