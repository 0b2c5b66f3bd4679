// SPDX-License-Identifier: EUPL-1.2
#include "matcher/assign/forward_search.h"

#include <algorithm>

namespace entraide::matcher::assign {
namespace {

struct Cheapest {
  Price price = 0;
  std::optional<Arc> arc{};  // None: being unserved is not dearer.
  bool has_seat = false;
};

// Among equally cheap places one with a seat, so that most tasks need no search.
Cheapest CheapestOf(const Graph& graph, const Flow& flow, TaskIndex task) {
  Cheapest cheapest{.price = graph.scale.unserved};
  for (const Arc& arc : graph.arcs[task]) {
    const Price asked = flow.prices[arc.place];
    const Price price = graph.MinutePrice(arc.minutes) + asked;
    if (price > cheapest.price || (price == cheapest.price && cheapest.has_seat)) continue;
    const bool has_seat = NextSeatPrice(graph, flow, arc.place) <= asked;
    if (price < cheapest.price || has_seat) cheapest = {price, arc, has_seat};
  }
  return cheapest;
}

}  // namespace

void ForwardSearch::Settle(TaskIndex task) {
  const Cheapest cheapest = CheapestOf(graph_, flow_, task);
  if (!cheapest.arc.has_value()) return;
  if (cheapest.has_seat) return flow_.Put(task, cheapest.arc->place, cheapest.arc->minutes);
  frontier_.Start(graph_.PlaceCount());
  end_ = {.distance = graph_.scale.unserved - cheapest.price, .task = task};
  Spread(task, cheapest.price, 0);
  Explore();
  RaisePrices();
  Rearrange(kNowhere);
}

void ForwardSearch::Relieve(PlaceIndex place) {
  frontier_.Start(graph_.PlaceCount());
  end_ = {.distance = LastSeatPrice(graph_, flow_, place) - flow_.prices[place]};
  frontier_.Reach(place, 0, Step{});
  frontier_.Queue(place);
  Explore();
  RaisePrices();
  Rearrange(place);
}

void ForwardSearch::Explore() {
  while (const std::optional<PlaceIndex> place = frontier_.CloseNearest(end_.distance)) {
    const Price distance = frontier_.DistanceTo(*place);
    for (const TaskIndex guest : flow_.guests[*place]) {
      const Price paid = PaidBy(graph_, flow_, guest);
      const Price unserved = distance + graph_.scale.unserved - paid;
      if (unserved < end_.distance) end_ = {.distance = unserved, .task = guest};
      Spread(guest, paid, distance);
    }
  }
}

// Reaches the places that `task`, which pays `paid` now, may go to.
void ForwardSearch::Spread(TaskIndex task, Price paid, Price distance) {
  const Price base = distance - paid;
  for (const Arc& arc : graph_.arcs[task]) {
    const Price asked = flow_.prices[arc.place];
    const Price reached = base + graph_.MinutePrice(arc.minutes) + asked;
    if (reached >= end_.distance) continue;
    if (!frontier_.Reach(arc.place, reached, {.task = task, .minutes = arc.minutes})) continue;
    const Price seat = std::max<Price>(NextSeatPrice(graph_, flow_, arc.place) - asked, 0);
    if (reached + seat < end_.distance) end_ = {.distance = reached + seat, .place = arc.place};
    if (seat > 0) frontier_.Queue(arc.place);
  }
}

void ForwardSearch::RaisePrices() {
  for (const PlaceIndex place : frontier_.Closed()) {
    flow_.prices[place] += end_.distance - frontier_.DistanceTo(place);
  }
}

// Walks the path back from its end to `root`, or to the task that had no seat.
void ForwardSearch::Rearrange(PlaceIndex root) {
  PlaceIndex place = end_.place;
  if (end_.task.has_value()) {
    place = flow_.seats[*end_.task].place;
    if (place != kNowhere) flow_.Take(*end_.task);
  }
  while (place != root && place != kNowhere) {
    const Step step = frontier_.StepTo(place);
    const PlaceIndex from = flow_.seats[step.task].place;
    if (from != kNowhere) flow_.Take(step.task);
    flow_.Put(step.task, place, step.minutes);
    place = from;
  }
}

}  // namespace entraide::matcher::assign
