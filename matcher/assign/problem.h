// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "absl/types/span.h"
#include "matcher/assign/graph.h"

namespace entraide::matcher::assign {

struct PlaceId {
  std::string value{};
  friend auto operator<=>(const PlaceId&, const PlaceId&) = default;
};

struct TaskId {
  std::string value{};
  friend auto operator<=>(const TaskId&, const TaskId&) = default;
};

// Who can take tasks: a driver's day, a workshop's week, a helper.
struct Place {
  PlaceId id{};
  std::int32_t capacity = 1;  // Tasks at once, from 0.

  // For fairness: what the first, second, ... task costs here, never less than the one before and
  // never negative. Empty: nothing; else one for each task of the capacity.
  std::vector<std::int32_t> load_costs{};
};

// A place that every rule admits for a task.
struct Choice {
  std::uint32_t place = 0;   // Position among the places given with it.
  std::int32_t minutes = 0;  // Driven empty for it; from 0.
};

// An open request. Places that are not among its choices cannot serve it.
struct Task {
  TaskId id{};
  absl::Time asked = absl::UnixEpoch();  // Only for what first come, first served would give.
  std::vector<Choice> choices{};
};

// What `Problem::Make` refuses about a single place or way.
absl::Status CheckLoad(const Place& place);
absl::Status CheckMinutes(std::int32_t minutes);

// A well-formed problem; immutable. Tasks, places and the choices of a task are in the order of
// their ids, so that nothing computed from it depends on the order given.
class Problem {
 public:
  // Refuses: an id that is empty or comes twice, a place that comes twice among a task's choices or
  // is unknown, a negative number, load costs that fall or are not as many as the capacity, and
  // costs too large to be added up.
  static absl::StatusOr<Problem> Make(std::vector<Place> places, std::vector<Task> tasks);

  size_t TaskCount() const { return graph_.TaskCount(); }
  size_t PlaceCount() const { return graph_.PlaceCount(); }
  KeyRange<TaskIndex> Tasks() const { return task_ids_.Keys(); }
  KeyRange<PlaceIndex> Places() const { return place_ids_.Keys(); }

  const TaskId& IdOf(TaskIndex task) const { return task_ids_[task]; }
  const PlaceId& IdOf(PlaceIndex place) const { return place_ids_[place]; }
  absl::Time Asked(TaskIndex task) const { return asked_[task]; }
  absl::Span<const Arc> ArcsOf(TaskIndex task) const { return graph_.arcs[task]; }
  std::int32_t CapacityOf(PlaceIndex place) const { return graph_.capacities[place].seats; }
  absl::Span<const std::int32_t> LoadCostsOf(PlaceIndex place) const {
    return graph_.load_costs[place];
  }

  // For the solver.
  const Graph& graph() const { return graph_; }

 private:
  Problem() = default;
  PlaceIndex AddPlace(Place place);

  Table<TaskIndex, TaskId> task_ids_{};
  Table<TaskIndex, absl::Time> asked_{};
  Table<PlaceIndex, PlaceId> place_ids_{};
  Graph graph_{};
};

}  // namespace entraide::matcher::assign
