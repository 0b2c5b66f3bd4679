// SPDX-License-Identifier: EUPL-1.2
#include "absl/algorithm/container.h"
#include "matcher/engine/rules/rules.h"

namespace entraide::matcher::rules {

Answer SomebodyAnswers(const Trial& trial) {
  return YesIf(trial.offer.dispatch == Dispatch::kStaff || trial.volunteer != nullptr);
}

Answer IsAdmitted(const Trial& trial, const Volunteer& volunteer) {
  return YesIf(absl::c_any_of(volunteer.admissions, [&](const Admission& admission) {
    return admission.organization == trial.offer.organization &&
           admission.state == Admission::State::kAccepted;
  }));
}

std::optional<Change> AdmissionNeeded(const Trial&) { return AdmitVolunteer{}; }

}  // namespace entraide::matcher::rules
