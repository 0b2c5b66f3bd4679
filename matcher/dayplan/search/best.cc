// SPDX-License-Identifier: EUPL-1.2
#include "matcher/dayplan/search/best.h"

#include <cstddef>

namespace entraide::matcher::dayplan {

void Best::Differ(const Draft& draft) {
  for (const int shift : draft.Touched()) differs_[static_cast<std::size_t>(shift)] = 1;
}

void Best::Take(const Draft& draft) {
  score_ = draft.score();
  for (std::size_t i = 0; i < tours_.size(); ++i) {
    if (differs_[i] == 0) continue;
    tours_[i] = draft.tour(static_cast<int>(i));
    differs_[i] = 0;
  }
}

void Best::GiveBack(Draft& draft) {
  for (std::size_t i = 0; i < tours_.size(); ++i) {
    if (differs_[i] == 0) continue;
    draft.Restore(static_cast<int>(i), tours_[i]);
    differs_[i] = 0;
  }
  draft.Recount();
}

}  // namespace entraide::matcher::dayplan
