// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "services/platform/base/strong.h"

namespace entraide::identity {

using GrantId = Strong<std::string, struct GrantIdTag>;
using PersonId = Strong<std::string, struct PersonIdTag>;

// What a person may be, from the least to the most.
enum class Role { kPrescriber, kVolunteer, kStaff, kCoordinator, kOfficial, kAdmin };

// Where grants for the demonstration open something.
enum class DemoGrants { kRefused, kOpen };

// One role of a person.
struct Grant {
  GrantId id{};
  PersonId person{};
  Role role = Role::kPrescriber;
  std::string organization{};  // Id; empty for officials and operators.
  std::string epci_siren{};    // Officials only.
  bool demo = false;           // Opens demonstration data only.
};

// Who gives or takes roles.
struct Granter {
  Role role = Role::kPrescriber;
  std::string organization{};
  bool demo = false;
};

// INVALID_ARGUMENT: FIELDS_INVALID, if the role's organization or EPCI is missing, malformed or out
// of place.
absl::Status CheckGrant(const Grant& grant);

// An operator grants everything; a coordinator roles up to their own in their organization, and one
// of the demonstration for the demonstration only. PERMISSION_DENIED: ROLE_FORBIDS.
absl::Status CheckGranter(const Granter& granter, const Grant& grant);

// The grant that a new session has, of `grants` in the order in which they were given: the highest
// role, of two alike the last one; nullptr if none opens anything.
const Grant* Highest(const std::vector<Grant>& grants, DemoGrants demo);

}  // namespace entraide::identity
