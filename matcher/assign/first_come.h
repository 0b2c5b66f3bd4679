// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "matcher/assign/cost.h"
#include "matcher/assign/problem.h"

namespace entraide::matcher::assign {

// What it would cost to serve the tasks as they came: each in turn, by the time it was asked and
// then by id, goes to the place with a seat left that is cheapest for it, and stays there. Less the
// total of an `Assignment` that is the gap, never below `Cost{}`: what waiting and seeing all tasks
// at once is worth.
Cost FirstComeFirstServed(const Problem& problem);

}  // namespace entraide::matcher::assign
