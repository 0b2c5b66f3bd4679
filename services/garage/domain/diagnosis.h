// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/garage/domain/job_act.h"
#include "services/garage/domain/workshop.h"

// DIAGNOSIS, of a vehicle or of a person's mobility: each action gives the job as it is after it.
// What the state or the role does not allow is refused as CheckStep says, other guards as stated.
namespace entraide::garage {

// A vehicle is looked at in a bay, a person is seen by an adviser.
Place PlaceFor(absl::string_view kind);

// Staff. NO_CAPACITY: no bay, or no adviser, is free then, beside what is `booked` that day.
absl::StatusOr<Job> Book(Job job, const Slot& slot, const Workshop& workshop,
                         const std::vector<Appointment>& booked, const Actor& actor);
// Staff. The person is told why.
absl::StatusOr<Job> Unbook(Job job, const std::string& reason, const Actor& actor);
// Staff. TOO_EARLY before the appointment.
absl::StatusOr<Job> FinishDiagnosis(Job job, const Actor& actor);
// Staff. CONSENT_MISSING: it would go to the prescriber, and the person has not agreed, or nobody
// prescribed it.
absl::StatusOr<Job> WriteReport(Job job, Report report, const Actor& actor);

}  // namespace entraide::garage
