// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/platform/auth/caller.h"
#include "services/platform/auth/tracking_code.h"

namespace entraide::auth {

// Looks a session token up. UNAUTHENTICATED: unknown, ended or idle for too long.
using SessionLookup =
    std::function<absl::StatusOr<Caller>(absl::string_view token, absl::Time deadline)>;

// The one place that turns credentials into a Caller.
// `authorization: Bearer {session token}` is a session, `authorization: Code {tracking code}` the
// holder of a code, `x-entraide-service: {name}` a service (trusted: only in-process channels and
// the 0700 unix socket reach gRPC), nothing is ANON.
class Authenticator {
 public:
  Authenticator(SessionLookup sessions, const TrackingCodes& codes)
      : sessions_(std::move(sessions)), codes_(codes) {}

  // UNAUTHENTICATED: CREDENTIAL_INVALID.
  absl::StatusOr<Caller> Authenticate(absl::string_view authorization, absl::string_view service,
                                      absl::Time deadline) const;

 private:
  SessionLookup sessions_;
  const TrackingCodes& codes_;
};

}  // namespace entraide::auth
