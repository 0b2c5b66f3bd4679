// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "clients/cpp/matcher_client.h"
#include "entraide/common/v1/action.pb.h"
#include "services/platform/auth/caller.h"
#include "services/request/domain/holding.h"
#include "services/request/domain/need.h"
#include "services/request/domain/request.h"

namespace entraide::request {

// The actions that any request knows, whatever its trade.

// What the caller is in a request's life; a prescriber is a requester.
Role RoleOf(const auth::Caller& caller);

// Does what the holder says. `successor` is whom a transfer names, `agreed` the time of the change
// that is agreed to. INVALID_ARGUMENT FIELDS_INVALID: no action.
struct Foreseen {
  std::optional<Successor> successor{};
  std::optional<Timing> agreed{};
};
absl::StatusOr<Task> ActAsHolder(Task task, const common::v1::HolderAction& action,
                                 const Foreseen& foreseen, Role role, absl::Time now);

// Does what whoever asked says, as Role::kRequester.
absl::StatusOr<Task> ActAsRequester(Task task, const common::v1::RequesterAction& action,
                                    const Foreseen& foreseen, absl::Time now);

// INVALID_ARGUMENT FIELDS_INVALID on `action`: none is set.
absl::Status ActionMissing();

// A task whose new lines say who it was: a coordinator for staff, or who spoke for the requester.
Task SpokenBy(Task task, Role role);

// The service offer that a transfer names, if it could serve `need` and may be asked.
// FAILED_PRECONDITION: the rule that refuses it, or NOT_A_CANDIDATE. UNAVAILABLE,
// DEADLINE_EXCEEDED: the matcher does not answer.
absl::StatusOr<Successor> FindSuccessor(clients::MatcherClient& matcher, const Need& need,
                                        const Task& task, const std::string& service_offer,
                                        absl::Time deadline);

// Whether who holds `task` could serve `need`, its capacity aside. Refuses as FindSuccessor.
absl::Status CheckHolder(clients::MatcherClient& matcher, const Need& need, const Task& task,
                         absl::Time deadline);

}  // namespace entraide::request
