// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/position.h"

#include <algorithm>
#include <cmath>

namespace entraide::matcher {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kEarthRadiusMeters = 6'371'008.8;
constexpr double kRadiansPerDegree = kPi / 180;
constexpr double kDiameter = 2;

double Square(double x) { return x * x; }

}  // namespace

Position PositionOf(const Commune& commune) {
  const double latitude = commune.latitude_deg * kRadiansPerDegree;
  const double longitude = commune.longitude_deg * kRadiansPerDegree;
  return {.x = std::cos(latitude) * std::cos(longitude),
          .y = std::cos(latitude) * std::sin(longitude),
          .z = std::sin(latitude)};
}

double SquaredChord(const Position& a, const Position& b) {
  return Square(a.x - b.x) + Square(a.y - b.y) + Square(a.z - b.z);
}

double GreatCircleMeters(const Position& from, const Position& to) {
  const double half_chord = std::sqrt(SquaredChord(from, to)) / 2;
  return 2 * kEarthRadiusMeters * std::asin(std::min(1.0, half_chord));
}

double GreatCircleMeters(const Commune& from, const Commune& to) {
  return GreatCircleMeters(PositionOf(from), PositionOf(to));
}

double ChordOf(double great_circle_meters) {
  const double half_angle = great_circle_meters / kEarthRadiusMeters / 2;
  return half_angle >= kPi / 2 ? kDiameter : kDiameter * std::sin(half_angle);
}

}  // namespace entraide::matcher
