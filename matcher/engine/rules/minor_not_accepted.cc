// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/eligibility.h"
#include "matcher/engine/rules/rules.h"

namespace entraide::matcher::rules {

Answer MinorIsAccepted(const Trial& trial) {
  if (!trial.need.minor_alone) return Yes();
  if (!trial.offer.accepts_minor_alone) return No();
  return Evaluate({"guardian-authorisation", Condition::Op::kIsAnyOf, {"yes"}}, trial.need.facts);
}

}  // namespace entraide::matcher::rules
