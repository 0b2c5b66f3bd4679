// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/garage/domain/job.h"
#include "services/request/domain/request.h"

namespace entraide::garage {

// A job and all that was done about it: what a decision reads and changes.
struct Job {
  request::Task task{};
  JobDetails details{};
};

// Who acts, and when.
struct Actor {
  request::Role role = request::Role::kStaff;
  absl::Time now{};
};

// OK if that action leads from the job's state, and the actor may take it. STATE_FORBIDS, also for
// an action of another type of job; ROLE_FORBIDS.
absl::Status CheckStep(const Job& job, absl::string_view action, const Actor& actor);

// A place in the workshop is kept for a job in that state; any other frees it.
bool KeepsPlace(request::State state);

// Leads `job` to `state`, with a line that says who did what, and why. What the state does not keep
// is let go: a place, a vehicle that has not been handed over.
void Move(Job& job, request::State state, absl::string_view action, const Actor& actor,
          std::string reason = {});

// The civil day in France.
absl::CivilDay Today(const Actor& actor);

// FAILED_PRECONDITION TOO_EARLY.
absl::Status TooEarly();

}  // namespace entraide::garage
