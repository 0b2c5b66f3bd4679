// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/travel.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "matcher/engine/travel_table.h"

namespace entraide::matcher {

Route RouteOver(const TravelModel& model, double great_circle_meters) {
  const double meters = great_circle_meters * model.detour_factor;
  const double seconds = meters / (model.speed_km_per_hour * 1000) * 3600;
  return {.duration = std::max(model.within_commune, absl::Seconds(std::llround(seconds))),
          .distance_meters = std::round(meters)};
}

Travel Travel::Over(const Communes& communes, std::vector<RoadTime> roads) const {
  Travel with_table(model_);
  with_table.table_ = std::make_shared<const TravelTable>(communes, model_, std::move(roads));
  return with_table;
}

Route Travel::Between(const Communes& communes, CommuneIndex from, CommuneIndex to) const {
  if (table_ != nullptr) {
    const std::optional<Route> known = table_->Find(from, to);
    if (known.has_value()) return *known;
  }
  return RouteOver(model_, GreatCircleMeters(communes[from], communes[to]));
}

}  // namespace entraide::matcher
