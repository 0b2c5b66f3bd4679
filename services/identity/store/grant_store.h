// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/identity/domain/email.h"
#include "services/identity/domain/grant.h"
#include "services/platform/pg/transaction.h"

namespace entraide::identity {

// The built-in operator's grant.
GrantId OperatorGrant();

// The person of an address, made as `id` if there is none yet.
absl::StatusOr<PersonId> EnsurePerson(pg::Transaction& tx, const Email& email, const PersonId& id);

// Who gave a grant, and when.
struct Giving {
  std::string principal{};
  absl::Time time{};
};

// Writes a grant; its id, or that of the same grant if the person has it already.
absl::StatusOr<GrantId> EnsureGrant(pg::Transaction& tx, const Grant& grant, const Giving& giving);

// Reads a grant and locks its row until `tx` ends. NOT_FOUND: no such grant, or the operator's own.
absl::StatusOr<Grant> LockGrant(pg::Transaction& tx, const GrantId& id);

// Takes a grant back; its sessions go with it.
absl::Status DeleteGrant(pg::Transaction& tx, const GrantId& id);

// What a person may be, in the order in which it was given.
absl::StatusOr<std::vector<Grant>> GrantsOf(pg::Transaction& tx, const PersonId& person);

// The stored word of a role, and the role of a stored word. DATA_LOSS: no such role.
std::string RoleWord(Role role);
absl::StatusOr<Role> ParseRoleWord(const std::string& word);

}  // namespace entraide::identity
