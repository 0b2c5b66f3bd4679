// SPDX-License-Identifier: EUPL-1.2
#include "tests/matcher/assign/lemon_network.h"

#include <algorithm>
#include <numeric>

namespace entraide::matcher::assign {

OneNumber OneNumberFor(const Problem& problem) {
  std::int64_t load = 0;
  for (const PlaceIndex place : problem.Places()) {
    const auto costs = problem.LoadCostsOf(place);
    load += std::accumulate(costs.begin(), costs.end(), std::int64_t{0});
  }
  std::int64_t minutes = 0;
  for (const TaskIndex task : problem.Tasks()) {
    std::int32_t most = 0;
    for (const Arc& arc : problem.ArcsOf(task)) most = std::max(most, arc.minutes);
    minutes += most;
  }
  return {.minute = load + 1, .unserved = minutes * (load + 1) + load + 1};
}

LemonNetwork NetworkOf(const Problem& problem) {
  const OneNumber one_number = OneNumberFor(problem);
  LemonNetwork network{.task_count = static_cast<int>(problem.TaskCount()),
                       .unserved_cost = one_number.unserved};
  for (const TaskIndex task : problem.Tasks()) {
    for (const Arc& arc : problem.ArcsOf(task)) {
      network.arcs.push_back({static_cast<int>(task), static_cast<int>(arc.place),
                              one_number.Of({.minutes = arc.minutes})});
    }
  }
  for (const PlaceIndex place : problem.Places()) {
    const auto costs = problem.LoadCostsOf(place);
    network.capacities.push_back(problem.CapacityOf(place));
    network.seat_costs.emplace_back(costs.begin(), costs.end());
  }
  return network;
}

}  // namespace entraide::matcher::assign
