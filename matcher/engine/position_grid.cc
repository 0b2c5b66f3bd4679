// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/position_grid.h"

#include <algorithm>
#include <cmath>

namespace entraide::matcher {
namespace {

constexpr double kFinestEdge = 1e-5;  // 64 m; then 200,000 cubes an axis, which `KeyOf` can number.
constexpr int kBitsPerAxis = 21;

struct Cube {
  int64_t x = 0;
  int64_t y = 0;
  int64_t z = 0;
};

// Counted from one cube outside of the sphere, so that no neighbour is negative.
Cube CubeOf(const Position& position, double edge) {
  const auto count = [edge](double coordinate) {
    return static_cast<int64_t>(std::floor((coordinate + 1) / edge)) + 1;
  };
  return {count(position.x), count(position.y), count(position.z)};
}

uint64_t KeyOf(const Cube& cube) {
  return static_cast<uint64_t>((((cube.x << kBitsPerAxis) + cube.y) << kBitsPerAxis) + cube.z);
}

std::vector<uint64_t> KeysAround(const Cube& cube) {
  std::vector<uint64_t> keys;
  for (const int64_t x : {cube.x - 1, cube.x, cube.x + 1}) {
    for (const int64_t y : {cube.y - 1, cube.y, cube.y + 1}) {
      for (const int64_t z : {cube.z - 1, cube.z, cube.z + 1}) keys.push_back(KeyOf({x, y, z}));
    }
  }
  return keys;
}

}  // namespace

PositionGrid::PositionGrid(const Communes& communes, double reach_meters)
    : reach_meters_(reach_meters), edge_(std::max(ChordOf(reach_meters), kFinestEdge)) {
  for (const CommuneIndex commune : communes.Indices()) {
    positions_.push_back(PositionOf(communes[commune]));
    cubes_[KeyOf(CubeOf(positions_.back(), edge_))].push_back(commune);
  }
}

std::vector<NearCommune> PositionGrid::Around(CommuneIndex commune) const {
  const Position& center = positions_[static_cast<size_t>(commune)];
  std::vector<NearCommune> around;
  for (const uint64_t key : KeysAround(CubeOf(center, edge_))) {
    const auto cube = cubes_.find(key);
    if (cube == cubes_.end()) continue;
    for (const CommuneIndex other : cube->second) {
      const Position& position = positions_[static_cast<size_t>(other)];
      if (SquaredChord(center, position) > edge_ * edge_) continue;  // Cheap, and most of them.
      const double meters = GreatCircleMeters(center, position);
      if (meters <= reach_meters_) around.push_back({other, meters});
    }
  }
  std::sort(around.begin(), around.end(),
            [](const NearCommune& a, const NearCommune& b) { return a.commune < b.commune; });
  return around;
}

}  // namespace entraide::matcher
