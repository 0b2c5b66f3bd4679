// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "entraide/identity/v1/identity_service.pb.h"
#include "services/identity/domain/grant.h"
#include "services/identity/domain/session.h"
#include "services/platform/auth/caller.h"

namespace entraide::identity {

// A session as every service sees it.
auth::Caller CallerOf(const Session& session);

// A session as its holder sees it.
v1::Session ToProto(const Session& session);
v1::Grant ToProto(const Grant& grant);

// The caller as somebody who gives roles.
Granter GranterOf(const auth::Caller& caller);

// The grant asked for, without id and person. INVALID_ARGUMENT: FIELDS_INVALID.
absl::StatusOr<Grant> ParseGrant(const v1::GrantRoleRequest& request);

// INVALID_ARGUMENT: FIELDS_INVALID, not `grants/{grant}`.
absl::StatusOr<GrantId> ParseGrantName(absl::string_view name);

}  // namespace entraide::identity
