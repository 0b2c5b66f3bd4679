// SPDX-License-Identifier: EUPL-1.2
#include "matcher/assign/verify.h"

#include <algorithm>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"

namespace entraide::matcher::assign {
namespace {

absl::Status Wrong(absl::string_view what) { return absl::FailedPreconditionError(what); }

std::string Text(const Cost& cost) {
  return absl::StrCat("(", cost.unserved, " ", cost.minutes, " ", cost.load, ")");
}

absl::Status CheckSizes(const Problem& problem, const Assignment& assignment) {
  if (assignment.place_of.size() != problem.TaskCount()) return Wrong("not one seat a task");
  if (assignment.prices.size() != problem.PlaceCount()) return Wrong("not one price a place");
  return absl::OkStatus();
}

// The unserved are listed, in order, each with its reason, and nobody else is.
absl::Status CheckUnserved(const Problem& problem, const Assignment& assignment) {
  size_t listed = 0;
  for (const TaskIndex task : problem.Tasks()) {
    if (assignment.place_of[task].has_value()) continue;
    if (listed == assignment.unserved.size() || assignment.unserved[listed].task != task) {
      return Wrong(absl::StrCat(problem.IdOf(task).value, " is not listed as unserved"));
    }
    const bool no_choice = assignment.unserved[listed].why == WhyUnserved::kNoChoice;
    if (no_choice != problem.ArcsOf(task).empty()) {
      return Wrong(absl::StrCat(problem.IdOf(task).value, " has another reason"));
    }
    ++listed;
  }
  return listed == assignment.unserved.size() ? absl::OkStatus()
                                              : Wrong("somebody served is listed as unserved");
}

// What the assignment costs, if it is one at all.
absl::StatusOr<Cost> AddUp(const Problem& problem, const Assignment& assignment) {
  Cost total;
  std::vector<std::int64_t> guests(problem.PlaceCount());
  for (const TaskIndex task : problem.Tasks()) {
    const std::optional<PlaceIndex> place = assignment.place_of[task];
    if (!place.has_value()) {
      total.unserved += 1;
      continue;
    }
    const absl::Span<const Arc> arcs = problem.ArcsOf(task);
    const auto arc =
        std::find_if(arcs.begin(), arcs.end(), [&](const Arc& a) { return a.place == *place; });
    if (arc == arcs.end()) {
      return Wrong(absl::StrCat(problem.IdOf(task).value, " is where it has no choice"));
    }
    total.minutes += arc->minutes;
    ++guests[static_cast<size_t>(*place)];
  }
  for (const PlaceIndex place : problem.Places()) {
    const std::int64_t count = guests[static_cast<size_t>(place)];
    if (count > problem.CapacityOf(place)) {
      return Wrong(absl::StrCat(problem.IdOf(place).value, " is over its capacity"));
    }
    const absl::Span<const std::int32_t> load_costs = problem.LoadCostsOf(place);
    if (load_costs.empty()) continue;
    for (std::int64_t i = 0; i < count; ++i) total.load += load_costs[static_cast<size_t>(i)];
  }
  return total;
}

}  // namespace

Cost LeastByPrices(const Problem& problem, const Table<PlaceIndex, Cost>& prices) {
  Cost least;
  for (const TaskIndex task : problem.Tasks()) {
    Cost cheapest{.unserved = 1};
    for (const Arc& arc : problem.ArcsOf(task)) {
      cheapest = std::min(cheapest, prices[arc.place] + Cost{.minutes = arc.minutes});
    }
    least += cheapest;
  }
  for (const PlaceIndex place : problem.Places()) {
    const Cost& price = prices[place];
    const absl::Span<const std::int32_t> load_costs = problem.LoadCostsOf(place);
    if (load_costs.empty() && price > Cost{}) {
      const std::int64_t seats = problem.CapacityOf(place);
      least -= {price.unserved * seats, price.minutes * seats, price.load * seats};
    }
    for (const std::int32_t load_cost : load_costs) {
      least -= std::max(price - Cost{.load = load_cost}, Cost{});
    }
  }
  return least;
}

absl::Status Verify(const Problem& problem, const Assignment& assignment) {
  if (absl::Status sizes = CheckSizes(problem, assignment); !sizes.ok()) return sizes;
  if (absl::Status listed = CheckUnserved(problem, assignment); !listed.ok()) return listed;
  const absl::StatusOr<Cost> total = AddUp(problem, assignment);
  if (!total.ok()) return total.status();
  if (*total != assignment.total) {
    return Wrong(absl::StrCat("costs ", Text(*total), ", not ", Text(assignment.total)));
  }
  const Cost least = LeastByPrices(problem, assignment.prices);
  if (*total != least) {
    return Wrong(absl::StrCat("costs ", Text(*total), ", proved is only ", Text(least)));
  }
  return absl::OkStatus();
}

}  // namespace entraide::matcher::assign
