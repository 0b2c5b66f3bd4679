// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/travel_table.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "matcher/engine/position_grid.h"

namespace entraide::matcher {
namespace {

using Roads = absl::Span<const RoadTime>;

constexpr int kMostSeconds = std::numeric_limits<uint16_t>::max();

struct Way {
  CommuneIndex to{};
  Route route{};
};

void PutInOrder(std::vector<RoadTime>& roads) {
  const auto key = [](const RoadTime& road) {
    return std::tie(road.from, road.to, road.seconds, road.meters);
  };
  std::sort(roads.begin(), roads.end(),
            [key](const RoadTime& a, const RoadTime& b) { return key(a) < key(b); });
}

// Takes the roads of one commune off the front.
Roads TakeFrom(CommuneIndex from, Roads& roads) {
  size_t count = 0;
  while (count < roads.size() && roads[count].from == from) ++count;
  const Roads taken = roads.first(count);
  roads.remove_prefix(count);
  return taken;
}

// What the table holds, and from what.
struct Ground {
  const Communes& communes;
  const TravelModel& model;
  absl::Duration reach = std::min(model.reach, absl::Seconds(kMostSeconds));
  // A second more than reach, which is measured in whole ones.
  PositionGrid grid{communes, absl::ToDoubleHours(reach + absl::Seconds(1)) *
                                  model.speed_km_per_hour * 1000 / model.detour_factor};
};

Route RouteOn(const RoadTime& road, const Ground& ground) {
  Route route = RouteOver(ground.model,
                          GreatCircleMeters(ground.communes[road.from], ground.communes[road.to]));
  route.duration = absl::Seconds(std::min(road.seconds, kMostSeconds));
  if (road.meters.has_value()) route.distance_meters = *road.meters;
  return route;
}

// By where they lead to.
std::vector<Way> WaysFrom(CommuneIndex from, Roads measured, const Ground& ground) {
  std::vector<Way> ways;
  for (const RoadTime& road : measured) ways.push_back({road.to, RouteOn(road, ground)});
  for (const NearCommune& near : ground.grid.Around(from)) {
    const Route route = RouteOver(ground.model, near.meters);
    if (route.duration <= ground.reach) ways.push_back({near.commune, route});
  }
  // Of several ways to one commune the first stays: what is measured.
  std::stable_sort(ways.begin(), ways.end(),
                   [](const Way& a, const Way& b) { return a.to < b.to; });
  ways.erase(std::unique(ways.begin(), ways.end(),
                         [](const Way& a, const Way& b) { return a.to == b.to; }),
             ways.end());
  return ways;
}

}  // namespace

TravelTable::TravelTable(const Communes& communes, const TravelModel& model,
                         std::vector<RoadTime> roads) {
  PutInOrder(roads);
  Roads left = roads;
  const Ground ground{communes, model};
  row_starts_.push_back(0);
  for (const CommuneIndex from : communes.Indices()) {
    for (const Way& way : WaysFrom(from, TakeFrom(from, left), ground)) {
      to_.push_back(way.to);
      seconds_.push_back(static_cast<uint16_t>(absl::ToInt64Seconds(way.route.duration)));
      meters_.push_back(static_cast<uint32_t>(way.route.distance_meters));
    }
    row_starts_.push_back(to_.size());
  }
  to_.shrink_to_fit();
  seconds_.shrink_to_fit();
  meters_.shrink_to_fit();
}

TravelTable::Row TravelTable::From(CommuneIndex from) const {
  const size_t start = row_starts_[static_cast<size_t>(from)];
  const size_t count = row_starts_[static_cast<size_t>(from) + 1] - start;
  return {.to = absl::MakeConstSpan(to_).subspan(start, count),
          .seconds = absl::MakeConstSpan(seconds_).subspan(start, count),
          .meters = absl::MakeConstSpan(meters_).subspan(start, count)};
}

std::optional<Route> TravelTable::Find(CommuneIndex from, CommuneIndex to) const {
  const Row row = From(from);
  const auto found = std::lower_bound(row.to.begin(), row.to.end(), to);
  if (found == row.to.end() || *found != to) return std::nullopt;
  const auto at = static_cast<size_t>(found - row.to.begin());
  return Route{.duration = absl::Seconds(row.seconds[at]),
               .distance_meters = static_cast<double>(row.meters[at])};
}

}  // namespace entraide::matcher
