// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "absl/types/span.h"
#include "matcher/assign/assignment.h"
#include "matcher/assign/flow.h"
#include "matcher/assign/forward_search.h"
#include "matcher/assign/problem.h"
#include "matcher/assign/reverse_search.h"
#include "matcher/assign/roster.h"

namespace entraide::matcher::assign {

// Choices of a task that comes, and of a place that comes, by name.
struct ChoiceOfPlace {
  PlaceId place{};
  std::int32_t minutes = 0;
};
struct ChoiceByTask {
  TaskId task{};
  std::int32_t minutes = 0;
};

// A problem at one moment, and an optimal assignment of it.
struct Snapshot {
  Problem problem;
  Assignment assignment{};
};

// An optimal assignment that stays optimal while tasks and places come, change and go: each event
// is one or a few searches from the optimum before it, some microseconds in a territory, instead of
// an `Assign` of everything. What it costs is what `Assign` finds; among equally good assignments
// it tends to keep people where they are, so who goes where depends on the past.
//
// Not thread-safe. Refusals change nothing: NOT_FOUND, ALREADY_EXISTS, or INVALID_ARGUMENT for what
// `Problem::Make` refuses.
class LiveAssignment {
 public:
  explicit LiveAssignment(const Problem& problem);

  LiveAssignment(const LiveAssignment&) = delete;  // The searches point into it.
  LiveAssignment& operator=(const LiveAssignment&) = delete;

  absl::Status AddTask(const TaskId& id, absl::Time asked, absl::Span<const ChoiceOfPlace> choices);
  absl::Status RemoveTask(const TaskId& id);

  absl::Status AddPlace(const Place& place, absl::Span<const ChoiceByTask> choices);
  absl::Status RemovePlace(const PlaceId& id);

  // The capacity and the load costs of a place that is there become those of `place`.
  absl::Status ChangeCapacity(const Place& place);

  Cost Total() const;
  Snapshot Now() const;  // As large as the whole: for whoever looks, not for each event.

 private:
  absl::Status MakeRoomFor(const Magnitude& more);
  PlaceIndex EnterPlace(const Place& place);
  void SetCapacity(PlaceIndex place, std::int32_t seats, absl::Span<const std::int32_t> load_costs);
  void RelieveUntilWorthIt(PlaceIndex place);

  Roster<TaskIndex, TaskId> tasks_{};
  Roster<PlaceIndex, PlaceId> places_{};
  Table<TaskIndex, absl::Time> asked_{};
  Graph graph_;
  Rows<PlaceIndex, BackArc> back_;
  Magnitude magnitude_;  // At least that of `graph_`.
  Flow flow_;
  ForwardSearch forward_{graph_, flow_};
  ReverseSearch reverse_{graph_, back_, flow_};
};

}  // namespace entraide::matcher::assign
