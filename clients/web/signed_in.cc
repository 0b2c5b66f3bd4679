// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/signed_in.h"

#include "clients/web/visitor.h"
#include "services/platform/base/status.h"

namespace entraide::web {

absl::StatusOr<SignedIn> WhoIsSignedIn(const Site& site, const http::Request& request) {
  SignedIn user{.token = ReadCookie(site, request, Cookie::kSession)};
  if (user.token.empty()) return absl::UnauthenticatedError("no session");
  ASSIGN_OR_RETURN(user.session,
                   clients::Call(*site.identity, &IdentityStub::GetSession,
                                 identity::v1::GetSessionRequest{}, site.ForSession(user.token)));
  return user;
}

absl::StatusOr<std::string> WhoPosts(const Site& site, const http::Request& request,
                                     const http::Form& form) {
  const std::string token = ReadCookie(site, request, Cookie::kSession);
  if (token.empty()) return absl::UnauthenticatedError("no session");
  if (!IsFormToken(site, token, form.ValueOr("token", ""))) {
    return absl::PermissionDeniedError("form token");
  }
  return token;
}

}  // namespace entraide::web
