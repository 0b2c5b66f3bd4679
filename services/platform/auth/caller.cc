// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/auth/caller.h"

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"

namespace entraide::auth {

std::string PrincipalOf(const Caller& caller) {
  if (caller.role == access::v1::ROLE_CODE) {
    return absl::StrCat("code:", absl::BytesToHexString(caller.code_hash));
  }
  if (!caller.person.empty()) {
    return absl::StrCat("person:", caller.person, ":", static_cast<int>(caller.role), ":",
                        caller.organization);
  }
  return caller.service.empty() ? "anon" : absl::StrCat("service:", caller.service);
}

}  // namespace entraide::auth
