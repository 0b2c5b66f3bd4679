// SPDX-License-Identifier: EUPL-1.2
#include "matcher/assign/graph.h"

#include <algorithm>

namespace entraide::matcher::assign {

Magnitude MagnitudeOf(const Graph& graph) {
  Magnitude magnitude;
  for (const TaskIndex task : graph.arcs.Keys()) {
    std::int64_t most = 0;
    for (const Arc& arc : graph.arcs[task]) most = std::max<std::int64_t>(most, arc.minutes);
    magnitude.all_minutes += most;
    magnitude.most_minutes = std::max(magnitude.most_minutes, most);
  }
  for (const PlaceIndex place : graph.load_costs.Keys()) {
    const auto costs = graph.load_costs[place];
    if (costs.empty()) continue;
    magnitude.most_load = std::max<std::int64_t>(magnitude.most_load, costs.back());
  }
  return magnitude;
}

Rows<PlaceIndex, BackArc> BackArcsOf(const Graph& graph) {
  Table<PlaceIndex, std::uint32_t> counts(graph.PlaceCount());
  size_t all = 0;
  for (const TaskIndex task : graph.arcs.Keys()) {
    for (const Arc& arc : graph.arcs[task]) ++counts[arc.place];
    all += graph.arcs.SizeOf(task);
  }
  Rows<PlaceIndex, BackArc> back;
  back.ReserveValues(all);
  for (const PlaceIndex place : counts.Keys()) back.AddRow({}, counts[place]);
  for (const TaskIndex task : graph.arcs.Keys()) {
    for (const Arc& arc : graph.arcs[task]) back.Append(arc.place, {task, arc.minutes});
  }
  return back;
}

}  // namespace entraide::matcher::assign
