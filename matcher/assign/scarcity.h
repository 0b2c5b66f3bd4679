// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "matcher/assign/flow.h"
#include "matcher/assign/graph.h"

namespace entraide::matcher::assign {

// The places that are short: however the tasks are seated, as long as as many as possible are,
// these places are full, and everybody who could go to one of them and is not there goes without or
// has another place. Once nobody more can be seated, they are what can be reached from the
// unserved:
//
//   unserved task --> place --> its guest --> place --> its guest --> ...     all of them full
//
//           short                    |            not short
//   more tasks than seats;           |   every task has a seat;
//   who comes here has               |   nobody here needs a short place,
//   no other place to go  -----------+-- and none of the short ones' guests may come here
//
// So a short place asks the price of one unserved task more than others do, from the beginning,
// which an auction would take very many bids to find out. In no particular order.
//
// `flow` is where the counting starts, its prices do not matter; the nearer it is to the most that
// can be seated, the quicker.
std::vector<PlaceIndex> ShortPlaces(const Graph& graph, Flow flow);

}  // namespace entraide::matcher::assign
