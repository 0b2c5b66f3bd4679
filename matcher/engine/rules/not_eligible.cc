// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/eligibility.h"
#include "matcher/engine/rules/rules.h"

namespace entraide::matcher::rules {

Answer PersonIsEligible(const Trial& trial) {
  return EvaluateAnyOf(trial.offer.eligibility_rules, trial.need.facts);
}

}  // namespace entraide::matcher::rules
