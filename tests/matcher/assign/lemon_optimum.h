// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

namespace entraide::matcher::assign {

// An assignment problem as a network whose cost is one integer, for another solver to answer. Knows
// neither our types nor Abseil: LEMON's graphs compile as C++17 at most.
struct LemonArc {
  int task = 0;
  int place = 0;
  std::int64_t cost = 0;
};

struct LemonNetwork {
  int task_count = 0;
  std::int64_t unserved_cost = 0;                       // The same for every task.
  std::vector<LemonArc> arcs{};                         // By task.
  std::vector<int> capacities{};                        // By place.
  std::vector<std::vector<std::int64_t>> seat_costs{};  // By place: empty, or one a seat.
};

struct LemonAnswer {
  std::int64_t cost = 0;
  double seconds = 0;  // Of the processor, for solving; the network stands before.
};

// By LEMON's NetworkSimplex, block search, which is its quickest for such networks.
LemonAnswer LemonOptimum(const LemonNetwork& network);

}  // namespace entraide::matcher::assign
