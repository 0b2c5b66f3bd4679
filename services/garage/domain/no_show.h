// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/status/statusor.h"
#include "services/garage/domain/job_act.h"

namespace entraide::garage {

// Staff: the person did not come to the appointment, or for the vehicle. TOO_EARLY before the
// appointment; for a vehicle, until a working day after the first one is over.
absl::StatusOr<Job> NoShow(Job job, const Actor& actor);

}  // namespace entraide::garage
