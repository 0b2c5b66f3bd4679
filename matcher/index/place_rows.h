// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "matcher/index/kind_index.h"

namespace entraide::matcher::index {

// Which offers stand in which rows, and which rows serve a commune.
struct Placed {
  std::vector<Group> groups{};
  std::vector<uint32_t> offers{};        // By row.
  std::vector<Reach::Seconds> limits{};  // By row; kTooFar: does not serve by reach.
};

Placed PlaceRows(const Offers& offers, const Reach& reach);

}  // namespace entraide::matcher::index
