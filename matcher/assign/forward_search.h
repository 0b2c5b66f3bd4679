// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "matcher/assign/flow.h"
#include "matcher/assign/frontier.h"
#include "matcher/assign/graph.h"

namespace entraide::matcher::assign {

// Finds a seat for somebody at the least cost for all, moving others on the way:
//
//   task --> place A, full     its guest --> place B, full     its guest --> place C, has a seat
//   task --> place A, full     its guest, for whom it costs least, becomes unserved
//
// Each arrow costs what its task would pay there more than it pays now, so the shortest path is the
// cheapest change. Then the prices of the places passed rise until everybody is content again.
class ForwardSearch {
 public:
  // Both outlive it; `flow` is as it should be, whoever has no seat aside.
  ForwardSearch(const Graph& graph, Flow& flow) : graph_(graph), flow_(flow) {}

  // `task` has no seat. Afterwards it has one, or being unserved is the best for all.
  void Settle(TaskIndex task);

  // `place` asks less than its last guest costs it, or has too many. Afterwards it has one guest
  // fewer, or asks enough.
  void Relieve(PlaceIndex place);

 private:
  // Where the path ends: a seat more is taken at `place`; else `task` becomes unserved; without
  // either nobody moves.
  struct End {
    Price distance = 0;
    PlaceIndex place = kNowhere;
    std::optional<TaskIndex> task{};
  };

  void Explore();
  void Spread(TaskIndex task, Price paid, Price distance);
  void RaisePrices();
  void Rearrange(PlaceIndex root);

  const Graph& graph_;
  Flow& flow_;
  Frontier frontier_{};
  End end_{};
};

}  // namespace entraide::matcher::assign
