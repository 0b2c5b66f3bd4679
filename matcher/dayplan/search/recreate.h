// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "matcher/dayplan/search/dice.h"
#include "matcher/dayplan/search/draft.h"
#include "matcher/dayplan/search/model.h"
#include "matcher/dayplan/search/tour_draft.h"

namespace entraide::matcher::dayplan {

// Puts legs into the draft one after the other, each where it costs least. The order is drawn anew
// every time, and now and then the best tour is overlooked ("blinks"), so that the same ruins do
// not always give the same plan.
class Recreate {
 public:
  Recreate(const Model& model, TourMath& math);

  // All unserved legs that find a spot. `Build` is for the first plan: remote legs first.
  void Build(Draft& draft);
  void Rebuild(Draft& draft, Dice& dice);

 private:
  // The best spot of a leg in one tour, as long as the tour keeps its version. Where legs and
  // shifts do not suit each other it is known for good.
  struct Known {
    Spot spot{};
    std::uint32_t version = 0;
  };
  struct Choice {
    int shift = -1;
    Spot spot{};
  };

  void Sort(std::vector<int>& legs, Dice& dice) const;
  void PutIn(Draft& draft, const std::vector<int>& legs, Dice* blinks);
  Choice Choose(Draft& draft, int leg, Dice* blinks);
  const Spot& SpotIn(const Draft& draft, int leg, int shift);

  const Model& model_;
  TourMath& math_;
  std::vector<Known> known_{};  // One row a leg.
};

}  // namespace entraide::matcher::dayplan
