// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

#include "matcher/assign/graph.h"
#include "matcher/assign/rows.h"
#include "matcher/assign/table.h"

namespace entraide::matcher::assign {

// Where a task is now.
struct Seat {
  PlaceIndex place = kNowhere;
  std::int32_t minutes = 0;
  std::uint32_t position = 0;  // Among the guests of the place.

  bool Taken() const { return place != kNowhere; }
};

// An assignment in the making, with its prices. The solver keeps this true between its steps:
//
//   every seated task is content: minutes + price of its place <= those of any other, <= unserved;
//   every place is worth its last guest: price >= load cost of the guests it has.
//
// At the end also: every task without a seat is content to be unserved; no place asks more than the
// load cost of one guest more. Then the assignment is optimal.
struct Flow {
  Table<TaskIndex, Seat> seats{};
  Table<PlaceIndex, Price> prices{};
  Rows<PlaceIndex, TaskIndex> guests{};

  // Nobody is seated, every place asks what its first guest costs; one
  // without seats asks what nobody pays.
  explicit Flow(const Graph& graph);

  void Put(TaskIndex task, PlaceIndex place, std::int32_t minutes);
  void Take(TaskIndex task);  // From its seat.
};

// What one guest more costs the place.
inline Price NextSeatPrice(const Graph& graph, const Flow& flow, PlaceIndex place) {
  return graph.SeatPrice(place, flow.guests.SizeOf(place) + 1);
}

// What its last guest costs the place; it has one.
inline Price LastSeatPrice(const Graph& graph, const Flow& flow, PlaceIndex place) {
  return graph.SeatPrice(place, flow.guests.SizeOf(place));
}

// What the task pays where it is.
inline Price PaidBy(const Graph& graph, const Flow& flow, TaskIndex task) {
  const Seat& seat = flow.seats[task];
  if (!seat.Taken()) return graph.scale.unserved;
  return graph.MinutePrice(seat.minutes) + flow.prices[seat.place];
}

// The least that the task would have to pay anywhere; at most the price of being unserved.
inline Price LeastPrice(const Graph& graph, const Flow& flow, TaskIndex task) {
  Price least = graph.scale.unserved;
  for (const Arc& arc : graph.arcs[task]) {
    const Price price = graph.MinutePrice(arc.minutes) + flow.prices[arc.place];
    if (price < least) least = price;
  }
  return least;
}

}  // namespace entraide::matcher::assign
