// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "matcher/assign/flow.h"
#include "matcher/assign/frontier.h"
#include "matcher/assign/graph.h"

namespace entraide::matcher::assign {

// Finds guests for a place that asks a price although it has a seat left:
//
//   place A, has a seat <-- guest of place B, whose seat is taken by <-- an unserved task
//   place A, has a seat <-- guest of place B, which was not worth more than its price
//
// The shortest path is the cheapest change, as in `ForwardSearch`; the prices of the places passed
// fall. If nobody comes, the price itself falls until the empty seat is not worth more.
class ReverseSearch {
 public:
  // All outlive it; nobody who has no seat would pay less than being unserved costs.
  ReverseSearch(const Graph& graph, const Rows<PlaceIndex, BackArc>& back, Flow& flow)
      : graph_(graph), back_(back), flow_(flow) {}

  // Afterwards `place` asks no more than one guest more would cost it.
  void Fill(PlaceIndex place);

 private:
  // Where the path ends: `place` gives a guest away and, if there is a `task`, takes that unserved
  // one over so many `minutes`.
  struct End {
    Price distance = 0;
    PlaceIndex place = kNowhere;
    std::optional<TaskIndex> task{};
    std::int32_t minutes = 0;
  };

  void Explore();
  void Consider(const BackArc& arc, PlaceIndex place, Price distance);
  void LowerPrices();
  void Rearrange(PlaceIndex root);

  const Graph& graph_;
  const Rows<PlaceIndex, BackArc>& back_;
  Flow& flow_;
  Frontier frontier_{};
  End end_{};
};

}  // namespace entraide::matcher::assign
