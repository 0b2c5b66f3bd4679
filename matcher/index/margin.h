// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "absl/types/span.h"
#include "matcher/engine/schedule.h"
#include "matcher/index/calendar.h"
#include "matcher/index/kind_index.h"

namespace entraide::matcher::index {

// A slot that a need comes to touch when it begins earlier and ends later:
//
//     slots    | closed |    open    |   open   | closed |
//     the need            |=======|
//     margin          <-40         90->              the first that is closed ends it: 40 minutes
//
// Whoever has a 0 in `line` has no better margin than `value`.
struct MarginStep {
  LineNumber line = 0;
  int value = 0;
};

// The steps for all `spans`, worst first, into `steps`; of rows with hours that are told. False:
// lines do not tell, as where clocks change.
bool FindMarginSteps(const Calendar& calendar, const KindIndex& index, absl::Span<const Span> spans,
                     std::vector<MarginStep>& steps);

}  // namespace entraide::matcher::index
