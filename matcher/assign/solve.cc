// SPDX-License-Identifier: EUPL-1.2
#include "matcher/assign/solve.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "matcher/assign/auction.h"
#include "matcher/assign/forward_search.h"
#include "matcher/assign/reverse_search.h"
#include "matcher/assign/scarcity.h"

namespace entraide::matcher::assign {
namespace {

// Tuned on territories with too many, as many and too few seats; the result does not depend on it.
constexpr Price kDearestWaysBeforeGivingUp = 3;
constexpr Price kStepsInDearestWay[] = {6, 24, 96};
constexpr Price kStepsBack = 4;

// Prices by auctions, each finer than the one before. A coarse one overshoots by some steps, so the
// next begins that much below where it ended.
Flow HoldAuctions(const Graph& graph, Price dearest, Price give_up) {
  Flow flow(graph);
  Price back = dearest;
  for (const Price steps : kStepsInDearestWay) {
    Flow next(graph);
    for (const PlaceIndex place : next.prices.Keys()) {
      next.prices[place] = std::max(next.prices[place], flow.prices[place] - back);
    }
    const Price step = std::max<Price>(dearest / steps, 1);
    HoldAuction(graph, {.give_up = give_up, .step = step}, next);
    flow = std::move(next);
    back = kStepsBack * step;
  }
  return flow;
}

void RaiseShortPlaces(const Graph& graph, Price gave_up, Flow& flow) {
  const Price unserved = graph.scale.unserved;
  for (const PlaceIndex place : ShortPlaces(graph, flow)) {
    flow.prices[place] = std::min(flow.prices[place] + unserved - gave_up, unserved);
  }
}

// Lets those get up whose seat is not the cheapest for them; returns whoever may want one.
std::vector<TaskIndex> KeepContent(const Graph& graph, Flow& flow) {
  std::vector<TaskIndex> standing;
  for (const TaskIndex task : graph.arcs.Keys()) {
    const Price least = LeastPrice(graph, flow, task);
    if (PaidBy(graph, flow, task) == least) continue;
    if (flow.seats[task].Taken()) flow.Take(task);
    standing.push_back(task);
  }
  return standing;
}

void FillAsking(const Graph& graph, Flow& flow) {
  std::vector<PlaceIndex> asking;
  for (const PlaceIndex place : graph.capacities.Keys()) {
    if (flow.prices[place] > NextSeatPrice(graph, flow, place)) asking.push_back(place);
  }
  if (asking.empty()) return;
  const Rows<PlaceIndex, BackArc> back = BackArcsOf(graph);
  ReverseSearch reverse(graph, back, flow);
  for (const PlaceIndex place : asking) reverse.Fill(place);
}

}  // namespace

Flow Solve(const Graph& graph) {
  const Magnitude magnitude = MagnitudeOf(graph);
  const Price dearest = graph.scale.OfMinutes(magnitude.most_minutes) + magnitude.most_load;
  const Price give_up = kDearestWaysBeforeGivingUp * dearest + 1;
  Flow flow = HoldAuctions(graph, dearest, give_up);
  RaiseShortPlaces(graph, give_up, flow);
  const std::vector<TaskIndex> standing = KeepContent(graph, flow);
  ForwardSearch forward(graph, flow);
  for (const TaskIndex task : standing) forward.Settle(task);
  FillAsking(graph, flow);
  return flow;
}

}  // namespace entraide::matcher::assign
