// SPDX-License-Identifier: EUPL-1.2
#include "matcher/assign/first_come.h"

#include <algorithm>
#include <vector>

namespace entraide::matcher::assign {
namespace {

class Desk {
 public:
  explicit Desk(const Problem& problem) : problem_(problem), taken_(problem.PlaceCount()) {}

  // What serving `task` now costs, and the seat is taken.
  Cost Serve(TaskIndex task) {
    Cost cheapest{.unserved = 1};
    PlaceIndex chosen = kNowhere;
    for (const Arc& arc : problem_.ArcsOf(task)) {
      if (taken_[arc.place] == problem_.CapacityOf(arc.place)) continue;
      const Cost cost{.minutes = arc.minutes, .load = NextLoadCost(arc.place)};
      if (cost >= cheapest) continue;
      cheapest = cost;
      chosen = arc.place;
    }
    if (chosen != kNowhere) ++taken_[chosen];
    return cheapest;
  }

 private:
  std::int64_t NextLoadCost(PlaceIndex place) const {
    const absl::Span<const std::int32_t> costs = problem_.LoadCostsOf(place);
    return costs.empty() ? 0 : costs[static_cast<size_t>(taken_[place])];
  }

  const Problem& problem_;
  Table<PlaceIndex, std::int32_t> taken_;
};

}  // namespace

Cost FirstComeFirstServed(const Problem& problem) {
  std::vector<TaskIndex> queue;
  for (const TaskIndex task : problem.Tasks()) queue.push_back(task);
  std::stable_sort(queue.begin(), queue.end(),
                   [&](TaskIndex a, TaskIndex b) { return problem.Asked(a) < problem.Asked(b); });
  Desk desk(problem);
  Cost total;
  for (const TaskIndex task : queue) total += desk.Serve(task);
  return total;
}

}  // namespace entraide::matcher::assign
