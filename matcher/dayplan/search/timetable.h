// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "matcher/dayplan/plan.h"
#include "matcher/dayplan/search/best.h"
#include "matcher/dayplan/search/model.h"
#include "matcher/dayplan/search/tour_draft.h"

namespace entraide::matcher::dayplan {

// Writes the best plan out as people read it. Everybody is brought as early as can be; for that
// they are fetched, and the driver leaves home, as late as can be: one waits at home rather than on
// the road, and outside rather than with somebody aboard.
Plan WriteOut(const Model& model, const Best& best, TourMath& math);

}  // namespace entraide::matcher::dayplan
