// SPDX-License-Identifier: EUPL-1.2
// gRPC-Web, unary, binary and text: https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-WEB.md
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "services/gateway/call.h"
#include "services/gateway/wire.h"
#include "services/platform/http/message.h"

namespace entraide::gateway {

// The one message of the body, still encoded.
// INVALID_ARGUMENT: REQUEST_MALFORMED. UNIMPLEMENTED: COMPRESSION_UNSUPPORTED.
absl::StatusOr<std::string> GrpcWebPayload(const Wire& wire, const http::Request& request);

// Always 200: the outcome stands in the trailers, which are the last frame of the body.
// `outcome.response` is already encoded.
http::Response GrpcWebReply(const Wire& wire, const Outcome& outcome);

}  // namespace entraide::gateway
