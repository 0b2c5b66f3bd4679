// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <grpcpp/client_context.h>
#include <grpcpp/support/status.h>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "absl/time/time.h"

namespace entraide::bench {

// Starts one call; `done` is told once, on any thread, whether it went well.
using StartCall = std::function<void(std::function<void(bool)> done)>;

// How calls went that were kept in flight.
struct Load {
  std::vector<double> latencies{};  // One a call, in microseconds.
  double seconds = 0;               // From the first call's start to the last one's end.

  double calls_per_second() const { return static_cast<double>(latencies.size()) / seconds; }
};

// Makes `calls` calls, `in_flight` of them at any time. None: a call failed.
std::optional<Load> Drive(const StartCall& start, int calls, int in_flight);

// Makes the same call again and again through an asynchronous stub, which outlives it, each time in
// a context that `prepare` has filled.
template <typename Async, typename Request, typename Response>
StartCall CallsOf(Async& stub,
                  void (Async::*method)(grpc::ClientContext*, const Request*, Response*,
                                        std::function<void(grpc::Status)>),
                  Request request, void (*prepare)(grpc::ClientContext&)) {
  struct OneCall {
    grpc::ClientContext context;
    Response response;
  };
  const auto asked = std::make_shared<const Request>(std::move(request));
  return [&stub, method, asked, prepare](std::function<void(bool)> done) {
    const auto call = std::make_shared<OneCall>();
    prepare(call->context);
    (stub.*method)(
        &call->context, asked.get(), &call->response,
        [call, done = std::move(done)](const grpc::Status& status) { done(status.ok()); });
  };
}

}  // namespace entraide::bench
