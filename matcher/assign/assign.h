// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "matcher/assign/assignment.h"
#include "matcher/assign/problem.h"

namespace entraide::matcher::assign {

// All tasks to places at once: of all assignments one with the fewest unserved tasks, among those
// one with the fewest minutes driven empty, among those one with the least load. Pure. Several may
// be equally good: which one is returned depends on the ids, never on the order given.
//
// A hundred thousand tasks of twenty choices take some tenths of a second, see the README.
Assignment Assign(const Problem& problem);

}  // namespace entraide::matcher::assign
