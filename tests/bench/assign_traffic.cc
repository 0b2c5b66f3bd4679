// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/assign_traffic.h"

#include <vector>

#include "matcher/assign/verify.h"

namespace entraide::bench {

using matcher::assign::Arc;
using matcher::assign::BackArc;
using matcher::assign::PlaceIndex;
using matcher::assign::TaskIndex;

Traffic::Traffic(const matcher::assign::Problem& problem)
    : problem_(problem), back_(BackArcsOf(problem.graph())), live_(problem) {}

void Traffic::TaskGoesAndComes() {
  const auto task = TaskIndex(random_() % problem_.TaskCount());
  std::vector<matcher::assign::ChoiceOfPlace> choices;
  for (const Arc& arc : problem_.ArcsOf(task)) {
    choices.push_back({problem_.IdOf(arc.place), arc.minutes});
  }
  ok_ &= live_.RemoveTask(problem_.IdOf(task)).ok();
  ok_ &= live_.AddTask(problem_.IdOf(task), problem_.Asked(task), choices).ok();
}

void Traffic::PlaceGoesAndComes() {
  const auto index = PlaceIndex(random_() % problem_.PlaceCount());
  std::vector<matcher::assign::ChoiceByTask> choices;
  for (const BackArc& arc : back_[index]) {
    choices.push_back({problem_.IdOf(arc.task), arc.minutes});
  }
  const absl::Span<const std::int32_t> loads = problem_.LoadCostsOf(index);
  const matcher::assign::Place place{.id = problem_.IdOf(index),
                                     .capacity = problem_.CapacityOf(index),
                                     .load_costs = {loads.begin(), loads.end()}};
  ok_ &= live_.RemovePlace(place.id).ok();
  ok_ &= live_.AddPlace(place, choices).ok();
}

bool Traffic::StillOptimal() const {
  const matcher::assign::Snapshot now = live_.Now();
  return ok_ && Verify(now.problem, now.assignment).ok();
}

}  // namespace entraide::bench
