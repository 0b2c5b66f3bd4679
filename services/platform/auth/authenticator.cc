// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/auth/authenticator.h"

#include "absl/strings/strip.h"
#include "services/platform/base/status.h"

namespace entraide::auth {
namespace {

absl::Status Invalid() {
  return WithReason(absl::UnauthenticatedError("credential is unknown or has ended"),
                    "CREDENTIAL_INVALID");
}

absl::StatusOr<Caller> OfSession(const SessionLookup& sessions, absl::string_view token,
                                 absl::Time deadline) {
  absl::StatusOr<Caller> caller = sessions(token, deadline);
  if (absl::IsUnauthenticated(caller.status())) return Invalid();
  return caller;
}

absl::StatusOr<Caller> OfCode(const TrackingCodes& codes, absl::string_view typed) {
  absl::StatusOr<std::string> hash = codes.HashOf(typed);
  if (!hash.ok()) return Invalid();
  return Caller{.role = access::v1::ROLE_CODE, .code_hash = *std::move(hash)};
}

}  // namespace

absl::StatusOr<Caller> Authenticator::Authenticate(absl::string_view authorization,
                                                   absl::string_view service,
                                                   absl::Time deadline) const {
  absl::StatusOr<Caller> caller = Caller{};
  if (absl::ConsumePrefix(&authorization, "Bearer ")) {
    caller = OfSession(sessions_, authorization, deadline);
  } else if (absl::ConsumePrefix(&authorization, "Code ")) {
    caller = OfCode(codes_, authorization);
  } else if (!authorization.empty()) {
    return Invalid();
  }
  if (caller.ok()) caller->service = std::string(service);
  return caller;
}

}  // namespace entraide::auth
