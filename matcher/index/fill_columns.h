// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "matcher/engine/world.h"
#include "matcher/index/kind_index.h"

namespace entraide::matcher::index {

// Answers every question that a line of `index` stands for, for the offer of each row. A line is 0
// only where the rule it stands for refuses for certain; where it is 1 and the rule may refuse all
// the same, one of the `told_` lines is 0.
void FillColumns(const World& world, const std::vector<uint32_t>& offer_of_row, KindIndex& index);

}  // namespace entraide::matcher::index
