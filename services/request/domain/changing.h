// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "services/request/domain/request.h"

namespace entraide::request {

// What is asked, asked otherwise. All refuse with CheckStep's reasons.

// Before anybody has taken it on, whoever asked changes it at will: those who were asked are no
// longer, and the search begins again.
absl::StatusOr<Task> Change(Task task, const Timing& timing, Role role, absl::Time now);

// While it is held, one side proposes: `details` is the trade's message, serialized. The other has
// a week, or until the service begins. FAILED_PRECONDITION CHANGE_PENDING: one at a time.
absl::StatusOr<Task> ProposeChange(Task task, const std::string& details, Role role,
                                   absl::Time now);

// The other side agrees: `timing` is that of the details proposed. PERMISSION_DENIED ROLE_FORBIDS:
// it is its own proposal. FAILED_PRECONDITION STATE_FORBIDS: nothing is pending.
absl::StatusOr<Task> Agree(Task task, const Timing& timing, Role role, absl::Time now);

// The other side does not. Refuses as Agree.
absl::StatusOr<Task> Disagree(Task task, Role role, absl::Time now);

// Whether a change is proposed that may still be agreed to.
bool IsChangePending(const Request& request, absl::Time now);

}  // namespace entraide::request
