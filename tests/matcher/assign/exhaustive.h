// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "matcher/assign/cost.h"
#include "matcher/assign/problem.h"

namespace entraide::matcher::assign {

// The least cost, by trying every assignment: for a few tasks only.
Cost LeastOfAll(const Problem& problem);

}  // namespace entraide::matcher::assign
