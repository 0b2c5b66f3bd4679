// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <utility>
#include <vector>

#include "matcher/assign/describe.h"
#include "matcher/assign/live.h"

namespace entraide::matcher::assign {
namespace {

// The keys of whoever is there, in the order of their ids, as a `Problem` has them.
template <typename Key, typename Id>
std::vector<Key> ById(const Table<Key, Id>& ids) {
  std::vector<Key> there;
  for (const Key key : ids.Keys()) {
    if (!ids[key].value.empty()) there.push_back(key);
  }
  std::sort(there.begin(), there.end(), [&](Key a, Key b) { return ids[a] < ids[b]; });
  return there;
}

template <typename Key>
Table<Key, Key> Renumbering(const std::vector<Key>& there, size_t size) {
  Table<Key, Key> renumbered(size);
  for (size_t i = 0; i < there.size(); ++i) renumbered[there[i]] = Key(i);
  return renumbered;
}

}  // namespace

Snapshot LiveAssignment::Now() const {
  const std::vector<PlaceIndex> places = ById(places_.Ids());
  const std::vector<TaskIndex> tasks = ById(tasks_.Ids());
  const Table<PlaceIndex, PlaceIndex> place_now = Renumbering(places, places_.Ids().size());

  std::vector<Place> given_places;
  Table<PlaceIndex, Cost> prices;
  for (const PlaceIndex place : places) {
    const absl::Span<const std::int32_t> load_costs = graph_.load_costs[place];
    given_places.push_back({.id = places_.Ids()[place],
                            .capacity = graph_.capacities[place].seats,
                            .load_costs = {load_costs.begin(), load_costs.end()}});
    prices.Add(graph_.scale.Unpack(flow_.prices[place]));
  }
  std::vector<Task> given_tasks;
  Assignment assignment{.prices = std::move(prices), .total = Total()};
  for (const TaskIndex task : tasks) {
    Task given{.id = tasks_.Ids()[task], .asked = asked_[task]};
    for (const Arc& arc : graph_.arcs[task]) {
      given.choices.push_back({static_cast<std::uint32_t>(place_now[arc.place]), arc.minutes});
    }
    const auto now = TaskIndex(given_tasks.size());
    given_tasks.push_back(std::move(given));
    const Seat& seat = flow_.seats[task];
    if (seat.Taken()) {
      assignment.place_of.Add(place_now[seat.place]);
    } else {
      assignment.place_of.Add(std::nullopt);
      assignment.unserved.push_back({now, WhyUnservedOf(graph_, task)});
    }
  }
  return {.problem = Problem::Make(std::move(given_places), std::move(given_tasks)).value(),
          .assignment = std::move(assignment)};
}

}  // namespace entraide::matcher::assign
