// SPDX-License-Identifier: EUPL-1.2
// The Connect protocol, unary: https://connectrpc.com/docs/protocol
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "services/gateway/call.h"
#include "services/gateway/codec.h"
#include "services/gateway/wire.h"
#include "services/platform/http/message.h"

namespace entraide::gateway {

// The message of a POST (its body) or of a GET (in its query), still encoded.
// INVALID_ARGUMENT: REQUEST_MALFORMED. UNIMPLEMENTED: COMPRESSION_UNSUPPORTED.
absl::StatusOr<std::string> ConnectPayload(const http::Request& request);

// `outcome.response` is already encoded.
http::Response ConnectReply(const Wire& wire, const Outcome& outcome, const Codec& codec);

// The same refusal for a client that expects a stream: 200, and the error in the last frame.
http::Response ConnectStreamRefusal(const Wire& wire, const grpc::Status& status,
                                    const Codec& codec);

}  // namespace entraide::gateway
