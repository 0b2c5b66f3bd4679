// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/request/domain/request.h"

namespace entraide::request {

// What people do to a request: each takes it, and gives it back as it is afterwards.

// The organization of `offer` takes the request on; the other questions are rescinded (TAKEN).
// ABORTED: ALREADY_TAKEN. FAILED_PRECONDITION: OFFER_EXPIRED, TASK_CHANGED, STATE_FORBIDS.
absl::StatusOr<Task> Accept(Task task, const OfferId& offer, absl::Time now);

// The organization of `offer` says no. `reason` is one of not-available, too-far,
// need-not-possible, too-late, other. FAILED_PRECONDITION: STATE_FORBIDS. INVALID_ARGUMENT:
// FIELDS_INVALID.
absl::StatusOr<Task> Decline(Task task, const OfferId& offer, const std::string& reason,
                             absl::Time now);

// The organization of `offer` takes back its no. FAILED_PRECONDITION: STATE_FORBIDS, OFFER_EXPIRED,
// TASK_CHANGED. ABORTED: ALREADY_TAKEN.
absl::StatusOr<Task> UndoDecline(Task task, const OfferId& offer, absl::Time now);

// The holder has given the service. FAILED_PRECONDITION: STATE_FORBIDS, TOO_EARLY before its start.
absl::StatusOr<Task> Complete(Task task, absl::Time now);

// The requester calls it off. `reason` is one of not-needed, found-elsewhere, changed-mind, other;
// empty is other. Less than a day before the service it is `late`. FAILED_PRECONDITION:
// STATE_FORBIDS. INVALID_ARGUMENT: FIELDS_INVALID.
absl::StatusOr<Task> Cancel(Task task, const std::string& reason, absl::Time now);

// The requester answers every open question; `declined` is an answer. `text` is the answer to a
// question in words. It goes back to who asked: the holder, or the search.
// FAILED_PRECONDITION: STATE_FORBIDS. INVALID_ARGUMENT: ANSWER_MISSING, FIELDS_INVALID.
absl::StatusOr<Task> Answer(Task task, const std::vector<Fact>& facts, const std::string& text,
                            absl::Time now);

// What waits is still needed. FAILED_PRECONDITION: STATE_FORBIDS. PERMISSION_DENIED: ROLE_FORBIDS.
absl::StatusOr<Task> StillNeeded(Task task, Role role, absl::Time now);

// The question `id` of `task`. NOT_FOUND: REQUEST_UNKNOWN.
absl::StatusOr<Offer*> FindOffer(Task& task, const OfferId& id);

}  // namespace entraide::request
