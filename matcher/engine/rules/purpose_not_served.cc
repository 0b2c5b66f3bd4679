// SPDX-License-Identifier: EUPL-1.2
#include <string>
#include <vector>

#include "absl/algorithm/container.h"
#include "matcher/engine/rules/rules.h"

namespace entraide::matcher::rules {

namespace {

bool IsServed(const std::vector<std::string>& served, const std::string& wanted) {
  return served.empty() || wanted.empty() || absl::c_linear_search(served, wanted);
}

}  // namespace

Answer PurposeIsServed(const Trial& trial) {
  if (!IsServed(trial.offer.modes, trial.need.mode)) return No();
  if (trial.offer.purposes.empty()) return Yes();
  if (trial.need.purpose.empty()) return DependsOn({"purpose"});
  return YesIf(IsServed(trial.offer.purposes, trial.need.purpose));
}

std::optional<Change> PurposeToAdd(const Trial& trial) {
  if (!IsServed(trial.offer.modes, trial.need.mode)) return std::nullopt;
  return AddPurpose{.purpose = trial.need.purpose};
}

}  // namespace entraide::matcher::rules
