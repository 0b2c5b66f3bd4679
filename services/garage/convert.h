// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "entraide/garage/v1/job.pb.h"
#include "services/garage/domain/job.h"
#include "services/platform/base/violations.h"

namespace entraide::garage {

// What is said, not yet checked; what has no meaning at all is reported under `details.`.
JobDetails ParseJob(const v1::JobDetails& proto, Violations& violations);
v1::JobDetails ToProto(const JobDetails& details);

}  // namespace entraide::garage
