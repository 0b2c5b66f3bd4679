// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <grpcpp/client_context.h>
#include <grpcpp/support/status.h>

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/platform/rpc/status.h"

namespace entraide::clients {

// Retrying belongs to one layer, the outermost: pages, command line, workers. Handlers call once.
// `kRetry` is for reads and for writes that carry a request_id.
enum class Attempts { kOnce, kRetry };

// What goes with one call.
struct CallOptions {
  std::string authorization{};  // "Bearer {session}", "Code {tracking code}" or empty.
  std::string service{};        // The calling service's name, in-process and unix socket only.
  absl::Time deadline{};        // Required; all attempts share it.
  Attempts attempts = Attempts::kOnce;
};

// "Bearer {session token}", or "" without a session.
std::string BearerCredential(absl::string_view session_token);
// "Code {tracking code}".
std::string CodeCredential(absl::string_view tracking_code);

// Puts deadline and metadata into a fresh context; also for streams. A credential that no header
// may hold (control characters, bytes beyond ASCII) is left out: the server then answers as to
// anybody.
void Prepare(const CallOptions& options, grpc::ClientContext& context);

// Whether one more attempt is due after `status`; if so, has waited for it. `failures` counts the
// attempts made so far: three at most, a full-jitter pause between them, never past the deadline.
bool WaitToRetry(const CallOptions& options, const absl::Status& status, int failures);

// How a streamed call ended, with reason and violations (rpc::FromGrpc).
absl::Status OutcomeOf(const grpc::Status& status);

// One unary call: `Call(*stub, &Stub::GetRide, request, options)`. The error carries reason and
// violations (rpc::FromGrpc).
template <typename Stub, typename Request, typename Response>
absl::StatusOr<Response> Call(Stub& stub,
                              grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                                           Response*),
                              const Request& request, const CallOptions& options) {
  for (int failures = 1;; ++failures) {
    grpc::ClientContext context;
    Prepare(options, context);
    Response response;
    const absl::Status status = rpc::FromGrpc((stub.*method)(&context, request, &response));
    if (status.ok()) return response;
    if (!WaitToRetry(options, status, failures)) return status;
  }
}

}  // namespace entraide::clients
