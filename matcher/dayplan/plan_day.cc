// SPDX-License-Identifier: EUPL-1.2
#include "matcher/dayplan/plan_day.h"

#include "matcher/dayplan/search/model.h"
#include "matcher/dayplan/search/search.h"
#include "matcher/dayplan/search/timetable.h"
#include "matcher/dayplan/search/tour_draft.h"

namespace entraide::matcher::dayplan {

absl::StatusOr<Plan> PlanDay(const Day& day, const Effort& effort) {
  absl::Status valid = Validate(day);
  if (!valid.ok()) return valid;
  const Model model(day);
  Search search(model, effort);
  search.Run();
  TourMath math(model);
  return WriteOut(model, search.best(), math);
}

}  // namespace entraide::matcher::dayplan
