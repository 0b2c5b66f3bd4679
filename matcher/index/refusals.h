// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "matcher/engine/sift.h"
#include "matcher/index/query.h"

namespace entraide::matcher::index {

// Why not the others: every offer of the kind that was not found, by the first rule that refuses
// it, in rule order. After `FindBest` with the same arguments and no limit. Not for the hot path:
// listing, purpose and zone are counted by lines, those who would serve there are judged one by
// one.
std::vector<RefusalCount> CountRefusals(const Territory& territory, const KindIndex& index,
                                        const Need& need, absl::Time now, const Scratch& scratch);

}  // namespace entraide::matcher::index
