// SPDX-License-Identifier: EUPL-1.2
#include "matcher/assign/describe.h"

namespace entraide::matcher::assign {

Cost TotalOf(const Graph& graph, const Flow& flow) {
  Cost total;
  for (const TaskIndex task : flow.seats.Keys()) {
    const Seat& seat = flow.seats[task];
    total += {.unserved = seat.Taken() ? 0 : 1, .minutes = seat.minutes};
  }
  for (const PlaceIndex place : graph.capacities.Keys()) {
    for (size_t nth = 1; nth <= flow.guests.SizeOf(place); ++nth) {
      total.load += graph.SeatPrice(place, nth);
    }
  }
  return total;
}

WhyUnserved WhyUnservedOf(const Graph& graph, TaskIndex task) {
  return graph.arcs[task].empty() ? WhyUnserved::kNoChoice : WhyUnserved::kPlacesFull;
}

Assignment Describe(const Graph& graph, const Flow& flow) {
  Assignment assignment{.place_of = Table<TaskIndex, std::optional<PlaceIndex>>(graph.TaskCount()),
                        .prices = Table<PlaceIndex, Cost>(graph.PlaceCount()),
                        .total = TotalOf(graph, flow)};
  for (const TaskIndex task : flow.seats.Keys()) {
    if (flow.seats[task].Taken()) {
      assignment.place_of[task] = flow.seats[task].place;
    } else {
      assignment.unserved.push_back({task, WhyUnservedOf(graph, task)});
    }
  }
  for (const PlaceIndex place : flow.prices.Keys()) {
    assignment.prices[place] = graph.scale.Unpack(flow.prices[place]);
  }
  return assignment;
}

}  // namespace entraide::matcher::assign
