// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "matcher/engine/commune.h"

namespace entraide::matcher::index {

// Place of a commune along the curve, from 0.
using Rank = uint32_t;

// The rank of each commune of the table on a Hilbert curve over the territory: what is near in rank
// is near on the ground, and what is near on the ground lies in few runs of ranks.
std::vector<Rank> HilbertRanks(const Communes& communes);

}  // namespace entraide::matcher::index
