// SPDX-License-Identifier: EUPL-1.2
#include "tests/matcher/assign/exhaustive.h"

#include <algorithm>

namespace entraide::matcher::assign {
namespace {

// The least that the tasks from `task` on cost, beside the guests that are there.
Cost LeastFrom(const Problem& problem, size_t task, Table<PlaceIndex, std::int32_t>& guests) {
  if (task == problem.TaskCount()) return {};
  Cost least = Cost{.unserved = 1} + LeastFrom(problem, task + 1, guests);
  for (const Arc& arc : problem.ArcsOf(TaskIndex(task))) {
    if (guests[arc.place] == problem.CapacityOf(arc.place)) continue;
    const auto loads = problem.LoadCostsOf(arc.place);
    const Cost here{.minutes = arc.minutes,
                    .load = loads.empty() ? 0 : loads[static_cast<size_t>(guests[arc.place])]};
    ++guests[arc.place];
    least = std::min(least, here + LeastFrom(problem, task + 1, guests));
    --guests[arc.place];
  }
  return least;
}

}  // namespace

Cost LeastOfAll(const Problem& problem) {
  Table<PlaceIndex, std::int32_t> guests(problem.PlaceCount());
  return LeastFrom(problem, 0, guests);
}

}  // namespace entraide::matcher::assign
