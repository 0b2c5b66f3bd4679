// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/kinds.h"
#include "matcher/engine/rules/rules.h"

namespace entraide::matcher::rules {

Answer HealthInsuranceDoesNotPay(const Trial& trial) {
  if (FamilyOf(trial.offer.kind) != Family::kRides) return Yes();
  if (trial.need.health_insurance_paid == HealthInsurancePaid::kYes) return No();
  const bool may_be_paid = trial.need.purpose == "health" || trial.need.purpose == "paramedical";
  const bool unknown = trial.need.health_insurance_paid == HealthInsurancePaid::kUnknown;
  return may_be_paid && unknown ? DependsOn({"health-insurance-paid"}) : Yes();
}

}  // namespace entraide::matcher::rules
