// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/hilbert.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace entraide::matcher::index {
namespace {

constexpr uint32_t kSide = 1u << 16;  // Cells along each axis.
constexpr double kRadiansPerDegree = 3.14159265358979323846 / 180;

// Distance along the curve of the cell (x, y): one quadrant after the other, each turned so that
// its curve begins where the one before ends.
uint64_t AlongCurve(uint32_t x, uint32_t y) {
  uint64_t distance = 0;
  for (uint32_t half = kSide / 2; half > 0; half /= 2) {
    const uint32_t right = (x & half) != 0 ? 1 : 0;
    const uint32_t up = (y & half) != 0 ? 1 : 0;
    distance += uint64_t{half} * half * ((3 * right) ^ up);
    if (up == 0) {
      if (right == 1) {
        x = kSide - 1 - x;
        y = kSide - 1 - y;
      }
      std::swap(x, y);
    }
  }
  return distance;
}

// A map on which a degree is as long either way in the middle of the territory.
struct Map {
  double west = 0;
  double south = 0;
  double width = 0;
  double longitude_scale = 1;

  explicit Map(const std::vector<Commune>& communes) {
    if (communes.empty()) return;
    const auto [low, high] = std::minmax_element(
        communes.begin(), communes.end(),
        [](const Commune& a, const Commune& b) { return a.latitude_deg < b.latitude_deg; });
    const auto [left, right] = std::minmax_element(
        communes.begin(), communes.end(),
        [](const Commune& a, const Commune& b) { return a.longitude_deg < b.longitude_deg; });
    longitude_scale = std::cos((low->latitude_deg + high->latitude_deg) / 2 * kRadiansPerDegree);
    west = left->longitude_deg * longitude_scale;
    south = low->latitude_deg;
    width = std::max(right->longitude_deg * longitude_scale - west, high->latitude_deg - south);
  }

  uint32_t Cell(double distance) const {
    if (!(width > 0)) return 0;
    return static_cast<uint32_t>(std::clamp(distance / width, 0.0, 1.0) * (kSide - 1));
  }

  uint64_t Place(const Commune& commune) const {
    return AlongCurve(Cell(commune.longitude_deg * longitude_scale - west),
                      Cell(commune.latitude_deg - south));
  }
};

}  // namespace

std::vector<Rank> HilbertRanks(const Communes& communes) {
  const Map map(communes.All());
  std::vector<std::pair<uint64_t, size_t>> places;
  for (size_t i = 0; i < communes.size(); ++i) places.emplace_back(map.Place(communes.All()[i]), i);
  std::sort(places.begin(), places.end());
  std::vector<Rank> ranks(places.size());
  for (size_t rank = 0; rank < places.size(); ++rank) {
    ranks[places[rank].second] = static_cast<Rank>(rank);
  }
  return ranks;
}

}  // namespace entraide::matcher::index
