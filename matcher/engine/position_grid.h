// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "matcher/engine/commune.h"
#include "matcher/engine/position.h"

namespace entraide::matcher {

struct NearCommune {
  CommuneIndex commune{};
  double meters = 0;  // As the crow flies.
};

// Finds the communes around one without looking at all: the sphere lies in a lattice of cubes whose
// edge is the chord of `reach_meters`, so that whatever is within reach is in the same cube or in
// one that touches it.
//
//     +-----+-----+-----+
//     |   . | .   |.    |
//     +-----+-----+-----+     o looks at 27 cubes, of which the
//     |  .  |  o. |     |     surface of the sphere meets a dozen
//     +-----+-----+-----+
//     |     | .   |  .  |
//     +-----+-----+-----+
class PositionGrid {
 public:
  PositionGrid(const Communes& communes, double reach_meters);

  // Those within reach of `commune`, itself included, by index.
  std::vector<NearCommune> Around(CommuneIndex commune) const;

 private:
  std::vector<Position> positions_{};  // By index.
  double reach_meters_;
  double edge_;
  absl::flat_hash_map<uint64_t, std::vector<CommuneIndex>> cubes_{};
};

}  // namespace entraide::matcher
