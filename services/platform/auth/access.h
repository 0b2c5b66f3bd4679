// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "entraide/access/v1/access.pb.h"
#include "services/platform/auth/caller.h"

namespace entraide::auth {

// What each RPC declares, read once from the descriptors of the services that a server registers.
class AccessTable {
 public:
  // `services` are full names, `entraide.rides.v1.RidesService`. FAILED_PRECONDITION:
  // ACCESS_UNDECLARED names the RPC.
  static absl::StatusOr<AccessTable> Of(const std::vector<std::string>& services);

  // `method` is `/package.Service/Method`.
  // UNAUTHENTICATED: CREDENTIAL_MISSING for ANON where a role is asked. PERMISSION_DENIED:
  // ROLE_FORBIDS.
  absl::Status Check(absl::string_view method, const Caller& caller) const;

 private:
  absl::flat_hash_map<std::string, access::v1::Access> by_method_{};
};

}  // namespace entraide::auth
