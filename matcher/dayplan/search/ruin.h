// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "matcher/dayplan/search/dice.h"
#include "matcher/dayplan/search/draft.h"
#include "matcher/dayplan/search/neighbours.h"

namespace entraide::matcher::dayplan {

// Takes legs out of a few tours that pass near one node: from each a string of stops that follow
// each other there, so that what comes back may cross over between neighbours.
//
//   tour 1   o--o--[o==x==o]--o     x: the chosen node
//   tour 2   o--[o==o]--o           each tour loses one string, the nearer ones first
//
// After "Slack induction by string removals" (Christiaens, Vanden Berghe, 2020).
class Ruin {
 public:
  Ruin(const Model& model, const Neighbours& neighbours)
      : neighbours_(neighbours), is_out_(model.facts.size(), false) {}

  // Between `Begin` and `Undo` of the draft. False: the changes must be undone.
  bool Strike(Draft& draft, Dice& dice);

 private:
  int ChooseNode(const Draft& draft, Dice& dice) const;
  bool TakeString(Draft& draft, int node, int longest, Dice& dice);

  const Neighbours& neighbours_;
  std::vector<bool> is_out_;   // By leg; all false between strikes.
  std::vector<int> string_{};  // Legs of the string at hand.
};

}  // namespace entraide::matcher::dayplan
