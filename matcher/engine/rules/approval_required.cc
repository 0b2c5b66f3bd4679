// SPDX-License-Identifier: EUPL-1.2
#include "absl/algorithm/container.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "matcher/engine/kinds.h"
#include "matcher/engine/rules/rules.h"

namespace entraide::matcher::rules {

Answer ApprovalIsHeld(const Trial& trial) {
  if (!trial.need.needs_approval || FamilyOf(trial.offer.kind) != Family::kHomeHelp) return Yes();
  const absl::string_view activity =
      trial.offer.kind == "childcare" ? "child-under-3" : "dependent-person";
  const absl::TimeZone zone = trial.world.time_zone();
  const std::optional<absl::Time> end = LatestEnd(trial.need);
  const absl::CivilDay last_day =
      end.has_value() ? LastDayBefore(*end, zone) : absl::ToCivilDay(trial.now, zone);
  return YesIf(absl::c_any_of(trial.offer.approvals, [&](const Approval& approval) {
    return approval.activity == activity && last_day <= approval.valid_until;
  }));
}

}  // namespace entraide::matcher::rules
