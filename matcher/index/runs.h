// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "matcher/index/query.h"

namespace entraide::matcher::index {

// The runs of rows that may serve where the need is, into `scratch.runs` and `scratch.near`; no row
// is in two of them.
void FindRuns(const Territory& territory, const KindIndex& index, Scratch& scratch);

}  // namespace entraide::matcher::index
