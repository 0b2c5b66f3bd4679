// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "services/garage/domain/job_act.h"

// PARTS: each action gives the job as it is after it. What the state or the role does not allow is
// refused as CheckStep says, other guards as stated.
namespace entraide::garage {

// Staff. INVALID_ARGUMENT: it would be kept until a day that is over.
absl::StatusOr<Job> SetAside(Job job, const PartKept& part, const Actor& actor);
// Staff. UNMET, PART_NOT_FOUND.
absl::StatusOr<Job> GiveUpPart(Job job, const Actor& actor);
// Staff.
absl::StatusOr<Job> HandOver(Job job, const Actor& actor);
// The system. TOO_EARLY until the last day on which it is kept is over.
absl::StatusOr<Job> ExpirePart(Job job, const Actor& actor);

}  // namespace entraide::garage
