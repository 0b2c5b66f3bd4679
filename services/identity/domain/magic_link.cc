// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/domain/magic_link.h"

#include "services/platform/base/status.h"

namespace entraide::identity {

absl::Status CodeInvalid() {
  return WithReason(absl::UnauthenticatedError("code is wrong, used or too old"), "CODE_INVALID");
}

absl::StatusOr<PersonId> Redeem(const std::optional<MagicLink>& link, absl::string_view code_hash) {
  if (!link.has_value() || code_hash.empty() || link->code_hash != code_hash) return CodeInvalid();
  if (!link->person.has_value()) return CodeInvalid();
  return *link->person;
}

}  // namespace entraide::identity
