// SPDX-License-Identifier: EUPL-1.2
#include "matcher/assign/flow.h"

#include <algorithm>

namespace entraide::matcher::assign {
namespace {

// Few places have more seats than this; their rows grow. One more is taken for the moment between
// somebody's coming and somebody's going.
constexpr std::int32_t kUsualSeats = 8;

}  // namespace

Flow::Flow(const Graph& graph) : seats(graph.TaskCount()), prices(graph.PlaceCount()) {
  for (const PlaceIndex place : graph.capacities.Keys()) {
    const Capacity& capacity = graph.capacities[place];
    guests.AddRow({}, static_cast<size_t>(std::min(capacity.seats, kUsualSeats)) + 1);
    prices[place] = std::min(graph.SeatPrice(place, 1), graph.scale.unserved);
  }
}

void Flow::Put(TaskIndex task, PlaceIndex place, std::int32_t minutes) {
  seats[task] = {place, minutes, static_cast<std::uint32_t>(guests.SizeOf(place))};
  guests.Append(place, task);
}

void Flow::Take(TaskIndex task) {
  const Seat seat = seats[task];
  guests.RemoveAt(seat.place, seat.position);
  if (seat.position < guests.SizeOf(seat.place)) {
    seats[guests[seat.place][seat.position]].position = seat.position;
  }
  seats[task] = Seat{};
}

}  // namespace entraide::matcher::assign
