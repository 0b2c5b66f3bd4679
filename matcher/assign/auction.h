// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "matcher/assign/flow.h"
#include "matcher/assign/graph.h"

namespace entraide::matcher::assign {

struct AuctionTerms {
  Price give_up = 0;  // A task that would have to pay that much anywhere stays unserved.
  Price step = 1;     // What each bid adds: the larger, the quicker and the coarser.
};

// Prices by auction: each task in turn bids for the place that is cheapest for it, as much as makes
// that one just dearer than its second best, and a step more; the lowest bidder of a full place
// must bid again. `flow`, in which nobody is seated, gets the final prices and last winners.
//
// That takes a few bids a task and is nearly optimal, but only nearly: a winner may by now pay up
// to a step more than elsewhere. Smaller steps end in a long war over the last seats; it is cheaper
// to let those whose seat is not the cheapest for them search for a better one.
void HoldAuction(const Graph& graph, const AuctionTerms& terms, Flow& flow);

}  // namespace entraide::matcher::assign
