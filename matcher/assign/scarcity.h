// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "matcher/assign/flow.h"
#include "matcher/assign/graph.h"

namespace entraide::matcher::assign {

// The places that are short. Seat as many tasks as can be; then these are what can be reached from
// the unserved, and all of them are full:
//
//   unserved task --> place --> its guest --> place --> its guest --> ...
//
// Their guests and the unserved can choose only among them, and are more than their seats:
//
//       short: more tasks than seats,      |      the rest: a seat for every task,
//       no choice leads to the right       |      a choice may lead to the left
//
// So in every best assignment the short places are full with the tasks of their own side, and no
// other task has a place there. Therefore they ask the price of one unserved task more than the
// rest, from the beginning: an auction would take very many bids to find that out. In no particular
// order.
//
// `flow` is where the counting starts, its prices do not matter; the nearer it is to the most that
// can be seated, the quicker.
std::vector<PlaceIndex> ShortPlaces(const Graph& graph, Flow flow);

}  // namespace entraide::matcher::assign
