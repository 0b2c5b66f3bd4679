// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/travel.h"

#include <algorithm>
#include <cmath>

namespace entraide::matcher {
namespace {

constexpr double kEarthRadiusMeters = 6'371'008.8;
constexpr double kRadiansPerDegree = 3.14159265358979323846 / 180;

double SquaredSine(double x) { return std::sin(x) * std::sin(x); }

double GreatCircleMeters(const Commune& from, const Commune& to) {
  const double from_latitude = from.latitude_deg * kRadiansPerDegree;
  const double to_latitude = to.latitude_deg * kRadiansPerDegree;
  const double longitudes = (to.longitude_deg - from.longitude_deg) * kRadiansPerDegree;
  const double haversine =
      SquaredSine((to_latitude - from_latitude) / 2) +
      std::cos(from_latitude) * std::cos(to_latitude) * SquaredSine(longitudes / 2);
  return 2 * kEarthRadiusMeters * std::asin(std::min(1.0, std::sqrt(haversine)));
}

}  // namespace

Travel TravelByGreatCircle(TravelModel model) {
  return [model](const Commune& from, const Commune& to) {
    const double meters = GreatCircleMeters(from, to) * model.detour_factor;
    const double seconds = meters / (model.speed_km_per_hour * 1000) * 3600;
    return Route{.duration = std::max(model.within_commune, absl::Seconds(std::llround(seconds))),
                 .distance_meters = meters};
  };
}

}  // namespace entraide::matcher
