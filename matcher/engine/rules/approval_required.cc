// SPDX-License-Identifier: EUPL-1.2
#include "absl/algorithm/container.h"
#include "absl/strings/string_view.h"
#include "matcher/engine/kinds.h"
#include "matcher/engine/rules/rules.h"

namespace entraide::matcher::rules {

Answer ApprovalIsHeld(const Trial& trial) {
  if (!trial.need.needs_approval || FamilyOf(trial.offer.kind) != Family::kHomeHelp) return Yes();
  const absl::string_view approval =
      trial.offer.kind == "childcare" ? "child-under-3" : "dependent-person";
  return YesIf(absl::c_linear_search(trial.offer.approvals, approval));
}

}  // namespace entraide::matcher::rules
