// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <grpcpp/server_context.h>
#include <grpcpp/support/status.h>

#include "absl/strings/string_view.h"
#include "services/platform/pg/pool.h"
#include "services/platform/rpc/gate.h"

namespace entraide::rpc {

// Serves one unary call that changes nothing: `handle(const Call&)` gives a StatusOr<Response>.
template <typename Request, typename Response, typename Handle>
grpc::Status Unary(const Gate& gate, const grpc::ServerContext& context, absl::string_view method,
                   const Request& request, Response* response, Handle&& handle);

// Serves one mutation: `handle(const Call&, pg::Transaction&)` gives a StatusOr<Response> and must
// not commit. The request's `request_id` and the answer are stored in the same transaction, without
// CONTACT and SECRET fields; a second call with the same id gets the first answer, after
// `restore(Response&)` has put back what was left out. Refusals are not stored. ABORTED
// transactions (serialisation, deadlock) are tried three times. INVALID_ARGUMENT:
// REQUEST_ID_INVALID, REQUEST_ID_REUSED.
template <typename Request, typename Response, typename Handle, typename Restore>
grpc::Status Mutate(const Gate& gate, pg::Pool& pool, const grpc::ServerContext& context,
                    absl::string_view method, const Request& request, Response* response,
                    Handle&& handle, Restore&& restore);
template <typename Request, typename Response, typename Handle>
grpc::Status Mutate(const Gate& gate, pg::Pool& pool, const grpc::ServerContext& context,
                    absl::string_view method, const Request& request, Response* response,
                    Handle&& handle);

}  // namespace entraide::rpc
