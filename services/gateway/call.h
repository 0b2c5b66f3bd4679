// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/support/status.h>

#include <string>
#include <vector>

#include "absl/time/time.h"
#include "services/platform/http/message.h"

namespace entraide::gateway {

struct Call {
  std::string method{};   // "/package.Service/Method"
  std::string request{};  // binary
  absl::Time deadline{};
  std::vector<http::Header> metadata{};
};

struct Outcome {
  grpc::Status status{};
  std::string response{};  // empty unless the status is OK
};

// Makes one unary call and waits for its end, at the latest for its deadline. Thread-safe.
Outcome Invoke(grpc::GenericStub& stub, const Call& call);

}  // namespace entraide::gateway
