// SPDX-License-Identifier: EUPL-1.2
#include "matcher/assign/reverse_search.h"

namespace entraide::matcher::assign {

void ReverseSearch::Fill(PlaceIndex place) {
  while (true) {
    const Price too_much = flow_.prices[place] - NextSeatPrice(graph_, flow_, place);
    if (too_much <= 0) return;
    frontier_.Start(graph_.PlaceCount());
    end_ = {.distance = too_much, .place = place};
    frontier_.Reach(place, 0, Step{});
    frontier_.Queue(place);
    Explore();
    LowerPrices();
    Rearrange(place);
  }
}

void ReverseSearch::Explore() {
  while (const std::optional<PlaceIndex> place = frontier_.CloseNearest(end_.distance)) {
    const Price distance = frontier_.DistanceTo(*place);
    for (const BackArc& arc : back_[*place]) Consider(arc, *place, distance);
  }
}

// The task of `arc` might come to `place`, which is at `distance`.
void ReverseSearch::Consider(const BackArc& arc, PlaceIndex place, Price distance) {
  const Seat& seat = flow_.seats[arc.task];
  if (seat.place == place) return;
  const Price pays = graph_.MinutePrice(arc.minutes) + flow_.prices[place];
  const Price reached = distance + pays - PaidBy(graph_, flow_, arc.task);
  if (reached >= end_.distance) return;
  if (!seat.Taken()) {
    end_ = {.distance = reached, .place = place, .task = arc.task, .minutes = arc.minutes};
    return;
  }
  const Step step{.task = arc.task, .minutes = arc.minutes, .place = place};
  if (!frontier_.Reach(seat.place, reached, step)) return;
  const Price worth = flow_.prices[seat.place] - LastSeatPrice(graph_, flow_, seat.place);
  if (reached + worth < end_.distance) {
    end_ = {.distance = reached + worth, .place = seat.place};
  }
  if (worth > 0) frontier_.Queue(seat.place);
}

void ReverseSearch::LowerPrices() {
  for (const PlaceIndex place : frontier_.Closed()) {
    flow_.prices[place] -= end_.distance - frontier_.DistanceTo(place);
  }
}

// Walks the path from its end to `root`. On the way a place may have a guest too many, for a
// moment.
void ReverseSearch::Rearrange(PlaceIndex root) {
  if (end_.task.has_value()) flow_.Put(*end_.task, end_.place, end_.minutes);
  for (PlaceIndex place = end_.place; place != root;) {
    const Step step = frontier_.StepTo(place);
    flow_.Take(step.task);
    flow_.Put(step.task, step.place, step.minutes);
    place = step.place;
  }
}

}  // namespace entraide::matcher::assign
