// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "matcher/assign/assignment.h"
#include "matcher/assign/flow.h"
#include "matcher/assign/graph.h"

namespace entraide::matcher::assign {

// An optimal flow in the words of the contract.
Assignment Describe(const Graph& graph, const Flow& flow);

WhyUnserved WhyUnservedOf(const Graph& graph, TaskIndex task);
Cost TotalOf(const Graph& graph, const Flow& flow);

}  // namespace entraide::matcher::assign
