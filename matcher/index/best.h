// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "matcher/index/sweep.h"

namespace entraide::matcher::index {

// Moves the `count` greatest of `keys`, greatest first, to the front; what follows is left in any
// order, or overwritten. All keys differ, and none is 0. Wide registers keep a few without a
// branch: each place the better of its own and of what the place before passes on, all at once.
//
//   kept       90  70  40  20           72 arrives
//   passed on  72  70  40  20           by the place before: the lesser of its own and the new one
//   kept       90  72  70  40
void MoveBestToFront(size_t count, Width width, std::vector<uint64_t>& keys);

}  // namespace entraide::matcher::index
