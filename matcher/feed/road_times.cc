// SPDX-License-Identifier: EUPL-1.2
#include "matcher/feed/road_times.h"

#include <algorithm>
#include <optional>

namespace entraide::matcher {

void Apply(const directory::v1::RoadTimes& step, RoadTimesByCommune& told) {
  if (step.first()) told.clear();
  for (const directory::v1::RoadTimesFrom& row : step.rows()) told[row.from()].MergeFrom(row);
}

std::vector<RoadTime> ToRoadTimes(const RoadTimesByCommune& told, const Communes& communes) {
  std::vector<RoadTime> roads;
  for (const auto& [code, row] : told) {
    const std::optional<CommuneIndex> from = communes.Find(code);
    if (!from.has_value()) continue;
    const int ways = std::min({row.to_size(), row.seconds_size(), row.meters_size()});
    for (int i = 0; i < ways; ++i) {
      const std::optional<CommuneIndex> to = communes.Find(row.to(i));
      if (!to.has_value()) continue;
      roads.push_back({.from = *from, .to = *to, .seconds = row.seconds(i)});
      if (row.meters(i) > 0) roads.back().meters = row.meters(i);
    }
  }
  return roads;
}

}  // namespace entraide::matcher
