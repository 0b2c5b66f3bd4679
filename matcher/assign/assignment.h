// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "matcher/assign/cost.h"
#include "matcher/assign/graph.h"

namespace entraide::matcher::assign {

enum class WhyUnserved {
  kNoChoice,    // No place can serve it.
  kPlacesFull,  // Some could, and are full with tasks that have nowhere else to go either.
};

struct Unserved {
  TaskIndex task{};
  WhyUnserved why = WhyUnserved::kNoChoice;
};

// Who goes where, and the proof that nothing is better.
//
// The proof is a price for each place, as on a market where every task takes what is cheapest for
// it, minutes and price together, or stays unserved at the price of one unserved task. If every
// task is content so, every place charges at least what the load of its last task costs, and at
// most what one task more would, then no other assignment costs less (`Verify` adds it up).
struct Assignment {
  Table<TaskIndex, std::optional<PlaceIndex>> place_of{};  // None: unserved.
  Table<PlaceIndex, Cost> prices{};
  Cost total{};
  std::vector<Unserved> unserved{};  // In the order of task ids.
};

}  // namespace entraide::matcher::assign
