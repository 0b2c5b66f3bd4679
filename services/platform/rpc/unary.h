// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <grpcpp/server_context.h>
#include <grpcpp/support/status.h>

#include <chrono>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/platform/pg/pool.h"
#include "services/platform/pg/transaction.h"
#include "services/platform/rpc/answered.h"
#include "services/platform/rpc/gate.h"
#include "services/platform/rpc/status.h"

namespace entraide::rpc {

// Serves one call of any form: `body(const Call&)` gives a Status. Client streams give an empty
// `request`.
template <typename Request, typename Body>
grpc::Status Serve(const Gate& gate, const grpc::ServerContextBase& context,
                   absl::string_view method, const Request& request, Body&& body) {
  const auto start = std::chrono::steady_clock::now();
  const absl::StatusOr<Call> call = gate.Admit(context, method, request);
  const absl::Status status = call.ok() ? std::forward<Body>(body)(*call) : call.status();
  gate.Finish(method, call.ok() ? call->caller : auth::Caller{}, status,
              absl::FromChrono(std::chrono::steady_clock::now() - start));
  return ToGrpc(status);
}

// Serves one unary call that changes nothing: `handle(const Call&)` gives a StatusOr<Response>.
template <typename Request, typename Response, typename Handle>
grpc::Status Unary(const Gate& gate, const grpc::ServerContext& context, absl::string_view method,
                   const Request& request, Response* response, Handle&& handle) {
  return Serve(gate, context, method, request, [&](const Call& call) -> absl::Status {
    absl::StatusOr<Response> answer = handle(call);
    if (answer.ok()) *response = *std::move(answer);
    return answer.status();
  });
}

// Serves one mutation: `handle(const Call&, pg::Transaction&)` gives a StatusOr<Response> and must
// not commit. The request's `request_id` and the answer are stored in the same transaction, without
// CONTACT and SECRET fields; a second call with the same id gets the first answer, after
// `restore(Response&)`, which gives a Status, has put back what was left out. Refusals are not
// stored. ABORTED transactions (serialisation, deadlock) are tried three times, so `handle` may run
// again. INVALID_ARGUMENT: REQUEST_ID_INVALID, REQUEST_ID_REUSED.
template <typename Request, typename Response, typename Handle, typename Restore>
grpc::Status Mutate(const Gate& gate, pg::Pool& pool, const grpc::ServerContext& context,
                    absl::string_view method, const Request& request, Response* response,
                    Handle&& handle, Restore&& restore) {
  return Serve(gate, context, method, request, [&](const Call& call) -> absl::Status {
    const absl::StatusOr<Question> question =
        AskedBy(auth::PrincipalOf(call.caller), method, request.request_id(), request);
    if (!question.ok()) return question.status();
    const auto effect = [&](pg::Transaction& tx) -> absl::Status {
      absl::StatusOr<Response> answer = handle(call, tx);
      if (answer.ok()) *response = *std::move(answer);
      return answer.status();
    };
    const absl::StatusOr<Answered> answered =
        AnswerOnce(pool, *question, call.deadline, effect, *response);
    return answered.ok() && *answered == Answered::kBefore ? restore(*response) : answered.status();
  });
}

template <typename Request, typename Response, typename Handle>
grpc::Status Mutate(const Gate& gate, pg::Pool& pool, const grpc::ServerContext& context,
                    absl::string_view method, const Request& request, Response* response,
                    Handle&& handle) {
  return Mutate(gate, pool, context, method, request, response, std::forward<Handle>(handle),
                [](Response& /*whole*/) { return absl::OkStatus(); });
}

}  // namespace entraide::rpc
