// SPDX-License-Identifier: EUPL-1.2
#include "matcher/assign/assign.h"

#include "matcher/assign/describe.h"
#include "matcher/assign/solve.h"

namespace entraide::matcher::assign {

Assignment Assign(const Problem& problem) {
  return Describe(problem.graph(), Solve(problem.graph()));
}

}  // namespace entraide::matcher::assign
