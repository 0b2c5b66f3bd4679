// SPDX-License-Identifier: EUPL-1.2
#include "absl/algorithm/container.h"
#include "matcher/engine/availability.h"
#include "matcher/engine/outing.h"
#include "matcher/engine/rules/rules.h"
#include "matcher/engine/schedule.h"

namespace entraide::matcher::rules {

Answer IsOpenThen(const Trial& trial) {
  return YesIf(absl::c_all_of(trial.need.spans, [&](const Span& span) {
    return IsOpen(trial.offer.schedule, span, trial.world.time_zone());
  }));
}

Answer IsAvailable(const Trial& trial, const Volunteer& volunteer) {
  const std::vector<Outing> outings = OutingsOf(trial.world, trial.need, volunteer.home);
  return YesIf(absl::c_all_of(outings, [&](const Outing& outing) {
    return !outing.away.has_value() ||
           IsFree(volunteer.availability, *outing.away, trial.world.time_zone());
  }));
}

}  // namespace entraide::matcher::rules
