// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <google/protobuf/message.h>
#include <grpcpp/server_context.h>

#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/platform/auth/access.h"
#include "services/platform/auth/authenticator.h"
#include "services/platform/auth/caller.h"
#include "services/platform/base/clock.h"
#include "services/platform/telemetry/metrics.h"

namespace entraide::rpc {

// One admitted call, as handlers see it.
struct Call {
  auth::Caller caller{};
  absl::Time now{};       // The same for the whole call.
  absl::Time deadline{};  // 20 ms before the caller's, for the way back.
};

// What every call passes before its handler: credentials, access, deadline, text. Thread-safe;
// outlives services.
class Gate {
 public:
  Gate(const auth::Authenticator& authenticator, const auth::AccessTable& access,
       telemetry::Metrics& metrics, Clock clock);

  // `method` is `/package.Service/Method`, told apart since gRPC 1.51 does not show it to
  // synchronous handlers. INVALID_ARGUMENT: DEADLINE_MISSING, FIELDS_INVALID (a string holds
  // U+0000). DEADLINE_EXCEEDED: under 100 ms left. UNAUTHENTICATED, PERMISSION_DENIED as auth says.
  absl::StatusOr<Call> Admit(const grpc::ServerContextBase& context, absl::string_view method,
                             const google::protobuf::Message& request) const;

  // Logs and counts a finished call: method, code, reason, time, pseudonymous principal; no body.
  void Finish(absl::string_view method, const auth::Caller& caller, const absl::Status& status,
              absl::Duration elapsed) const;

  absl::Time Now() const { return clock_(); }

 private:
  const auth::Authenticator& authenticator_;
  const auth::AccessTable& access_;
  telemetry::Metrics& metrics_;
  Clock clock_;
};

}  // namespace entraide::rpc
