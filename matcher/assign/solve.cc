// SPDX-License-Identifier: EUPL-1.2
#include "matcher/assign/solve.h"

#include <algorithm>
#include <vector>

#include "matcher/assign/auction.h"
#include "matcher/assign/forward_search.h"
#include "matcher/assign/reverse_search.h"
#include "matcher/assign/scarcity.h"

namespace entraide::matcher::assign {
namespace {

// Tuned on territories with too many, as many and too few seats; the result does not depend on it.
constexpr Price kStepsInDearestWay = 13;
constexpr Price kDearestWaysBeforeGivingUp = 3;

AuctionTerms TermsFor(const Graph& graph) {
  const Magnitude magnitude = MagnitudeOf(graph);
  const Price dearest = graph.scale.OfMinutes(magnitude.most_minutes) + magnitude.most_load;
  return {.give_up = kDearestWaysBeforeGivingUp * dearest + 1,
          .step = std::max<Price>(dearest / kStepsInDearestWay, 1)};
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
  Flow flow(graph);
  const AuctionTerms terms = TermsFor(graph);
  HoldAuction(graph, terms, flow);
  RaiseShortPlaces(graph, terms.give_up, flow);
  const std::vector<TaskIndex> standing = KeepContent(graph, flow);
  ForwardSearch forward(graph, flow);
  for (const TaskIndex task : standing) forward.Settle(task);
  FillAsking(graph, flow);
  return flow;
}

}  // namespace entraide::matcher::assign
