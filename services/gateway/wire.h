// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/platform/http/message.h"

namespace entraide::gateway {

enum class Protocol {
  kConnect,        // one message, as is
  kConnectStream,  // framed; understood only as far as to refuse it in its own form
  kGrpcWeb,        // framed, trailers in the body
  kGrpcWebText,    // the same in base64
};

enum class Encoding { kJson, kProto };

// How a client speaks, and therefore how it is answered.
struct Wire {
  Protocol protocol = Protocol::kConnect;
  Encoding encoding = Encoding::kJson;
  std::string content_type{};  // of the answer
};

// From the Content-Type of a POST, or from the query of a GET. Nothing: none of ours.
std::optional<Wire> WireOf(const http::Request& request);

// The deadline that Connect-Timeout-Ms or grpc-timeout asks for. Nothing: neither is there.
// INVALID_ARGUMENT: REQUEST_MALFORMED.
absl::StatusOr<std::optional<absl::Duration>> TimeoutOf(const http::Request& request);

// The headers that become metadata, and no others: whatever else a browser or a hostile client
// sends stays at the edge, `x-entraide-service` above all.
// INVALID_ARGUMENT: REQUEST_MALFORMED, since gRPC aborts the process on bytes that it forbids.
absl::StatusOr<std::vector<http::Header>> MetadataOf(const http::Request& request);

// An INVALID_ARGUMENT with reason REQUEST_MALFORMED.
absl::Status Malformed(absl::string_view message);

}  // namespace entraide::gateway
