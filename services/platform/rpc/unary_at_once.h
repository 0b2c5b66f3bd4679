// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <grpcpp/support/server_callback.h>

#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/platform/base/status.h"
#include "services/platform/rpc/unary.h"

namespace entraide::rpc {

// As Unary, on one of the few threads that receive calls: no hop to another, and none of the
// server's bounded threads is held. Only for services, and for handlers that never wait, for a
// database or anything else. PERMISSION_DENIED ROLE_FORBIDS: it brings a person's credential, which
// would have to be looked up.
template <typename Request, typename Response, typename Handle>
grpc::ServerUnaryReactor* UnaryAtOnce(const Gate& gate, grpc::CallbackServerContext& context,
                                      absl::string_view method, const Request& request,
                                      Response* response, Handle&& handle) {
  grpc::ServerUnaryReactor* const reactor = context.DefaultReactor();
  if (context.client_metadata().count("authorization") > 0) {
    reactor->Finish(ToGrpc(WithReason(absl::PermissionDeniedError("for services only"),  //
                                      "ROLE_FORBIDS")));
    return reactor;
  }
  reactor->Finish(Serve(gate, context, method, request, [&](const Call& call) -> absl::Status {
    absl::StatusOr<Response> answer = std::forward<Handle>(handle)(call);
    if (answer.ok()) *response = *std::move(answer);
    return answer.status();
  }));
  return reactor;
}

}  // namespace entraide::rpc
