// SPDX-License-Identifier: EUPL-1.2
#include "matcher/dayplan/search/neighbours.h"

#include <algorithm>
#include <utility>

namespace entraide::matcher::dayplan {
namespace {

constexpr int kMost = 200;  // Ruin rarely asks for more than a few dozen.

}  // namespace

Neighbours::Neighbours(const Model& model) {
  const int nodes = static_cast<int>(model.nodes.size());
  count_ = std::min(nodes, kMost);
  nearest_.reserve(static_cast<std::size_t>(nodes) * static_cast<std::size_t>(count_));
  std::vector<std::pair<std::int32_t, std::int32_t>> others(static_cast<std::size_t>(nodes));
  for (int node = 0; node < nodes; ++node) {
    const Road* roads = model.RoadsFrom(model.nodes[static_cast<std::size_t>(node)].place);
    for (int other = 0; other < nodes; ++other) {
      const std::int32_t meters = roads[model.nodes[static_cast<std::size_t>(other)].place].meters;
      others[static_cast<std::size_t>(other)] = {other == node ? -1 : meters, other};
    }
    std::partial_sort(others.begin(), others.begin() + count_, others.end());
    for (int i = 0; i < count_; ++i) {
      nearest_.push_back(others[static_cast<std::size_t>(i)].second);
    }
  }
}

}  // namespace entraide::matcher::dayplan
