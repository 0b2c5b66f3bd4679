// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "services/request/domain/request.h"

namespace entraide::request {

// FAILED_PRECONDITION STATE_FORBIDS.
absl::Status StateForbids();
// PERMISSION_DENIED ROLE_FORBIDS.
absl::Status RoleForbids();

// Ends `task` in `state` for the reason of `line`.
Task End(Task task, State state, const HistoryLine& line);

// Every question that still waits for an answer, and an acceptance that is called off with it.
void RescindOffers(Task& task, absl::string_view reason, absl::Time now);

// Those who kept silent.
void ExpireOffers(Task& task, absl::Time now);

// Nobody is left to ask: it goes back to who holds it, else UNMET with ALL_DECLINED, or NO_ANSWER
// if somebody kept silent.
Task Exhaust(Task task, absl::Time now);

}  // namespace entraide::request
