// SPDX-License-Identifier: EUPL-1.2
#include "absl/algorithm/container.h"
#include "matcher/engine/rules/rules.h"

namespace entraide::matcher::rules {

Answer PurposeIsServed(const Trial& trial) {
  if (trial.offer.purposes.empty()) return Yes();
  if (trial.need.purpose.empty()) return DependsOn({"purpose"});
  return YesIf(absl::c_linear_search(trial.offer.purposes, trial.need.purpose));
}

std::optional<Change> PurposeToAdd(const Trial& trial) {
  return AddPurpose{.purpose = trial.need.purpose};
}

}  // namespace entraide::matcher::rules
