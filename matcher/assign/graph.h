// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>

#include "absl/types/span.h"
#include "matcher/assign/rows.h"
#include "matcher/assign/scale.h"
#include "matcher/assign/table.h"

namespace entraide::matcher::assign {

// Positions in one problem, from 0; they mean nothing in another.
enum class TaskIndex : std::uint32_t {};
enum class PlaceIndex : std::uint32_t {};

inline constexpr PlaceIndex kNowhere{0xFFFFFFFFu};

// A place that a task may go to.
struct Arc {
  PlaceIndex place = kNowhere;
  std::int32_t minutes = 0;
};

// The same, seen from the place.
struct BackArc {
  TaskIndex task{};
  std::int32_t minutes = 0;
};

// How many tasks a place takes, and whether its n-th one costs load.
struct Capacity {
  std::int32_t seats = 0;
  bool charges_load = false;
};

// Who may go where at which price, without names: what the searches walk over.
struct Graph {
  Rows<TaskIndex, Arc> arcs{};
  Table<PlaceIndex, Capacity> capacities{};
  Rows<PlaceIndex, std::int32_t> load_costs{};  // Empty, or one a seat, never falling.
  Scale scale{};

  size_t TaskCount() const { return arcs.size(); }
  size_t PlaceCount() const { return capacities.size(); }

  Price MinutePrice(std::int32_t minutes) const { return scale.OfMinutes(minutes); }

  // What the `nth` task of a place costs in load, from 1; beyond the last seat never worth it.
  Price SeatPrice(PlaceIndex place, size_t nth) const {
    const Capacity& capacity = capacities[place];
    if (nth > static_cast<size_t>(capacity.seats)) return kNever;
    return capacity.charges_load ? load_costs[place][nth - 1] : 0;
  }
};

Magnitude MagnitudeOf(const Graph& graph);
Rows<PlaceIndex, BackArc> BackArcsOf(const Graph& graph);

}  // namespace entraide::matcher::assign
