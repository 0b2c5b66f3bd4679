// SPDX-License-Identifier: EUPL-1.2
#include "absl/algorithm/container.h"
#include "matcher/engine/rules/rules.h"

namespace entraide::matcher::rules {

Answer MembershipIsHeld(const Trial& trial) {
  if (trial.offer.membership != Membership::kBefore) return Yes();
  const auto known = trial.need.facts.find("member-of");
  if (known == trial.need.facts.end()) return DependsOn({"member-of"});
  return YesIf(absl::c_linear_search(known->second, trial.offer.organization.value));
}

std::optional<Change> MembershipNeeded(const Trial&) { return BecomeMember{}; }

}  // namespace entraide::matcher::rules
