// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/status/status.h"
#include "matcher/assign/assignment.h"
#include "matcher/assign/problem.h"

namespace entraide::matcher::assign {

// What any assignment costs at least, by these prices alone: the bound of `Verify`.
Cost LeastByPrices(const Problem& problem, const Table<PlaceIndex, Cost>& prices);

// Whether `assignment` is a best one of `problem`, by its own proof: what it costs is added up from
// where the tasks are, what any assignment must cost at least from the prices alone, and both must
// be the same. For any prices whatever, no assignment costs less than
//
//   sum over tasks of the least of (unserved; minutes + price of a choice)
//   - sum over seats of what the price exceeds their load cost by, if it does
//
// since every served task pays its place's price once, and every place gets it once a guest.
//
// Shares no code with the solver: its costs are compared as three numbers, nothing is packed. Not
// OK: FAILED_PRECONDITION with the first thing that is wrong.
absl::Status Verify(const Problem& problem, const Assignment& assignment);

}  // namespace entraide::matcher::assign
