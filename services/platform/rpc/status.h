// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <grpcpp/support/status.h>

#include "absl/status/status.h"

namespace entraide::rpc {

// The same code, with ErrorInfo{reason, "entraide"} and BadRequest as google.rpc details. INTERNAL
// and UNKNOWN lose their message: the detail is for the log only.
grpc::Status ToGrpc(const absl::Status& status);

// The way back, for clients: code, message, reason (WithReason) and violations.
absl::Status FromGrpc(const grpc::Status& status);

}  // namespace entraide::rpc
