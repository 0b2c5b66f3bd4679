// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "clients/web/site.h"
#include "services/platform/http/form.h"
#include "services/platform/http/message.h"

namespace entraide::web {

// A user whose session is alive.
struct SignedIn {
  std::string token{};
  identity::v1::Session session{};
};

// UNAUTHENTICATED: no session, or it has ended.
absl::StatusOr<SignedIn> WhoIsSignedIn(const Site& site, const http::Request& request);

// The token of whoever posts a form that changes something; the service called with it tells
// whether it is alive. UNAUTHENTICATED: no session. PERMISSION_DENIED: the form is not one of ours.
absl::StatusOr<std::string> WhoPosts(const Site& site, const http::Request& request,
                                     const http::Form& form);

}  // namespace entraide::web
