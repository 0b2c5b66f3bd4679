// SPDX-License-Identifier: EUPL-1.2
#include "services/request/domain/need.h"

namespace entraide::request {
namespace {

bool IsDetail(const Fact& fact) {
  return fact.fact == "purpose" || fact.fact == "dropoff" || fact.fact == "health-insurance-paid";
}

}  // namespace

Need NeedOf(const Request& request) {
  Need need{.kind = request.kind,
            .residence_commune = request.residence_commune,
            .way_back = request.filed_with.has_value(),
            .needs = request.needs,
            .filed_by = request.acting_for == ActingFor::kPrescriber ? Need::FiledBy::kPrescriber
                                                                     : Need::FiledBy::kAnybody};
  for (const Fact& fact : request.facts) {
    if (!IsDetail(fact)) need.facts.push_back(fact);
  }
  return need;
}

void ApplyAnswers(const Request& request, Need& need) {
  for (const Fact& fact : request.facts) {
    if (!IsDetail(fact) || fact.value == "declined") continue;
    if (fact.fact == "purpose") need.purpose = fact.value;
    if (fact.fact == "dropoff") need.dropoff_commune = fact.value;
    if (fact.fact == "health-insurance-paid") need.health_insurance_paid = fact.value;
  }
}

}  // namespace entraide::request
