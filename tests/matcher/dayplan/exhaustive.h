// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "matcher/dayplan/day.h"
#include "matcher/dayplan/plan.h"

namespace entraide::matcher::dayplan {

// The totals of the best plan, found by trying every assignment and every order: for a handful of
// legs, and drivers with one window each. It shares no code with planner or checker.
PlanTotals BestByExhaustion(const Day& day);

}  // namespace entraide::matcher::dayplan
