// SPDX-License-Identifier: EUPL-1.2
#include "matcher/assign/problem.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace entraide::matcher::assign {
namespace {

constexpr size_t kMostArcs = std::numeric_limits<std::uint32_t>::max() / 4;
constexpr std::int32_t kMostOfOne = 1'000'000'000;

// Positions of `all`, by id.
template <typename T>
std::vector<std::uint32_t> OrderById(const std::vector<T>& all) {
  std::vector<std::uint32_t> order(all.size());
  std::iota(order.begin(), order.end(), 0u);
  const auto by_id = [&](std::uint32_t a, std::uint32_t b) { return all[a].id < all[b].id; };
  if (!std::is_sorted(order.begin(), order.end(), by_id)) {
    std::sort(order.begin(), order.end(), by_id);
  }
  return order;
}

template <typename T>
absl::Status CheckIds(const std::vector<T>& all, const std::vector<std::uint32_t>& order) {
  for (size_t i = 0; i < order.size(); ++i) {
    const auto& id = all[order[i]].id;
    if (id.value.empty()) return absl::InvalidArgumentError("an id is empty");
    if (i > 0 && all[order[i - 1]].id == id) {
      return absl::InvalidArgumentError(absl::StrCat(id.value, " comes twice"));
    }
  }
  return absl::OkStatus();
}

absl::Status CheckChoices(const Task& task, size_t place_count) {
  for (const Choice& choice : task.choices) {
    if (choice.place >= place_count) {
      return absl::InvalidArgumentError(absl::StrCat(task.id.value, " chooses an unknown place"));
    }
    if (absl::Status minutes = CheckMinutes(choice.minutes); !minutes.ok()) return minutes;
  }
  return absl::OkStatus();
}

absl::Status NoPlaceTwice(const TaskId& task, const std::vector<Arc>& arcs) {
  const auto same = [](const Arc& a, const Arc& b) { return a.place == b.place; };
  if (std::adjacent_find(arcs.begin(), arcs.end(), same) == arcs.end()) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat(task.value, " chooses a place twice"));
}

}  // namespace

absl::Status CheckLoad(const Place& place) {
  const std::vector<std::int32_t>& costs = place.load_costs;
  if (place.capacity < 0 || place.capacity > kMostOfOne) {
    return absl::InvalidArgumentError(absl::StrCat(place.id.value, " has capacity out of bounds"));
  }
  if (costs.empty()) return absl::OkStatus();
  if (costs.size() != static_cast<size_t>(place.capacity)) {
    return absl::InvalidArgumentError(
        absl::StrCat(place.id.value, " has load costs for another capacity"));
  }
  if (costs.front() < 0 || costs.back() > kMostOfOne ||
      !std::is_sorted(costs.begin(), costs.end())) {
    return absl::InvalidArgumentError(absl::StrCat(place.id.value, " has load costs that fall"));
  }
  return absl::OkStatus();
}

absl::Status CheckMinutes(std::int32_t minutes) {
  if (minutes >= 0 && minutes <= kMostOfOne) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat(minutes, " minutes are out of bounds"));
}

absl::StatusOr<Problem> Problem::Make(std::vector<Place> places, std::vector<Task> tasks) {
  Problem problem;
  const std::vector<std::uint32_t> place_order = OrderById(places);
  if (absl::Status ids = CheckIds(places, place_order); !ids.ok()) return ids;
  std::vector<PlaceIndex> index_of(places.size());
  for (const std::uint32_t given : place_order) {
    Place& place = places[given];
    if (absl::Status load = CheckLoad(place); !load.ok()) return load;
    index_of[given] = problem.AddPlace(std::move(place));
  }

  const std::vector<std::uint32_t> task_order = OrderById(tasks);
  if (absl::Status ids = CheckIds(tasks, task_order); !ids.ok()) return ids;
  size_t arc_count = 0;
  for (const Task& task : tasks) arc_count += task.choices.size();
  if (arc_count > kMostArcs) return absl::InvalidArgumentError("too many choices");
  problem.graph_.arcs.ReserveValues(arc_count);
  std::vector<Arc> arcs;
  for (const std::uint32_t given : task_order) {
    Task& task = tasks[given];
    if (absl::Status choices = CheckChoices(task, places.size()); !choices.ok()) return choices;
    arcs.clear();
    for (const Choice& choice : task.choices) {
      arcs.push_back({index_of[choice.place], choice.minutes});
    }
    std::sort(arcs.begin(), arcs.end(),
              [](const Arc& a, const Arc& b) { return a.place < b.place; });
    if (absl::Status twice = NoPlaceTwice(task.id, arcs); !twice.ok()) return twice;
    problem.graph_.arcs.AddRow(arcs);
    problem.task_ids_.Add(std::move(task.id));
    problem.asked_.Add(task.asked);
  }

  const std::optional<Scale> scale = Scale::For(MagnitudeOf(problem.graph_));
  if (!scale.has_value()) return absl::InvalidArgumentError("costs are too large to be added up");
  problem.graph_.scale = *scale;
  return problem;
}

PlaceIndex Problem::AddPlace(Place place) {
  place_ids_.Add(std::move(place.id));
  graph_.load_costs.AddRow(place.load_costs);
  return graph_.capacities.Add(
      {.seats = place.capacity, .charges_load = !place.load_costs.empty()});
}

}  // namespace entraide::matcher::assign
