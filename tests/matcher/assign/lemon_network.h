// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

#include "matcher/assign/cost.h"
#include "matcher/assign/problem.h"
#include "tests/matcher/assign/lemon_optimum.h"

namespace entraide::matcher::assign {

// The three parts of a cost as one integer, each part large enough that all below it never make up
// for one of it: found from the sums over the whole problem, not as our solver does.
struct OneNumber {
  std::int64_t minute = 1;
  std::int64_t unserved = 1;

  std::int64_t Of(const Cost& cost) const {
    return cost.unserved * unserved + cost.minutes * minute + cost.load;
  }
};

OneNumber OneNumberFor(const Problem& problem);
LemonNetwork NetworkOf(const Problem& problem);

}  // namespace entraide::matcher::assign
