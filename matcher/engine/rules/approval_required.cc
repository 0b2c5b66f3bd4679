// SPDX-License-Identifier: EUPL-1.2
#include "absl/algorithm/container.h"
#include "absl/strings/string_view.h"
#include "matcher/engine/eligibility.h"
#include "matcher/engine/rules/rules.h"

namespace entraide::matcher::rules {
namespace {

// Care of `kind` needs `approval` unless the fact is, or is not, `value`.
struct RegulatedCare {
  absl::string_view kind{};
  absl::string_view approval{};
  absl::string_view fact{};
  Condition::Op exempt_if = Condition::Op::kIsAnyOf;
  absl::string_view value{};
};

constexpr RegulatedCare kRegulated[] = {
    {"personal-care", "dependent-person", "dependency", Condition::Op::kIsAnyOf, "none"},
    {"childcare", "child-under-3", "age-bracket", Condition::Op::kIsNoneOf, "under-3"},
};

Answer IsExempt(const RegulatedCare& care, const Facts& facts) {
  return Evaluate({std::string(care.fact), care.exempt_if, {std::string(care.value)}}, facts);
}

}  // namespace

Answer ApprovalIsHeld(const Trial& trial) {
  for (const RegulatedCare& care : kRegulated) {
    if (care.kind != trial.offer.kind) continue;
    if (absl::c_linear_search(trial.offer.approvals, care.approval)) continue;
    return IsExempt(care, trial.need.facts);
  }
  return Yes();
}

}  // namespace entraide::matcher::rules
