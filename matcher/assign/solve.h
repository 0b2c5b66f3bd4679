// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "matcher/assign/flow.h"
#include "matcher/assign/graph.h"

namespace entraide::matcher::assign {

// An optimal flow, from nothing:
//
//   auctions       prices that are nearly right, in a few bids a task; coarse first, then finer
//   short places   which of them must ask the price of an unserved task besides
//   keep           whoever has the cheapest seat for it at these prices stays, the others get up
//   settle         those search for a seat, one by one, moving others: `ForwardSearch`
//   fill           places that ask a price for nothing search for guests: `ReverseSearch`
//
// Searches alone collapse where seats are as many as tasks (each walks through the whole
// territory), an auction alone where the last seats are fought for. Together each does what it is
// good at.
Flow Solve(const Graph& graph);

}  // namespace entraide::matcher::assign
