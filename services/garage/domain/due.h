// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "absl/status/statusor.h"
#include "services/garage/domain/job_act.h"

// What time does to a job that a garage has in hand.
namespace entraide::garage {

// When something is due: a quote or a part that is kept runs out, a vehicle is to be fetched or
// brought back. Nothing in any other state.
std::optional<absl::Time> DeadlineOf(const Job& job);

// TOO_EARLY before the job's deadline, or if it has none.
absl::Status CheckDue(const Job& job, const Actor& actor);

// The job after what is due at `now`. TOO_EARLY: nothing is yet. STATE_FORBIDS: nor ever will.
absl::StatusOr<Job> DoWhatIsDue(Job job, absl::Time now);

}  // namespace entraide::garage
