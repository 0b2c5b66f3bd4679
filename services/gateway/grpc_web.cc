// SPDX-License-Identifier: EUPL-1.2
#include "services/gateway/grpc_web.h"

#include <algorithm>
#include <optional>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "services/gateway/frame.h"
#include "services/platform/base/status.h"

namespace entraide::gateway {
namespace {

// Text clients may send several padded pieces one after another; each four characters stand alone.
std::optional<std::string> DecodeText(absl::string_view text) {
  std::string bytes;
  for (; !text.empty(); text.remove_prefix(std::min<size_t>(4, text.size()))) {
    std::string three;
    if (!absl::Base64Unescape(text.substr(0, 4), &three)) return std::nullopt;
    bytes += three;
  }
  return bytes;
}

std::string PercentEncoded(const std::string& message) {
  std::string encoded;
  for (const char c : message) {
    if (c >= ' ' && c <= '~' && c != '%') {
      encoded += c;
    } else {
      absl::StrAppend(&encoded, "%",
                      absl::Hex(static_cast<unsigned char>(c), absl::PadSpec::kZeroPad2));
    }
  }
  return encoded;
}

std::string TrailersOf(const grpc::Status& status) {
  std::string trailers = absl::StrCat("grpc-status:", status.error_code(), "\r\n");
  if (!status.error_message().empty()) {
    absl::StrAppend(&trailers, "grpc-message:", PercentEncoded(status.error_message()), "\r\n");
  }
  if (!status.error_details().empty()) {
    const std::string details = absl::Base64Escape(status.error_details());
    absl::StrAppend(&trailers, "grpc-status-details-bin:", details.substr(0, details.find('=')),
                    "\r\n");
  }
  return trailers;
}

}  // namespace

absl::StatusOr<std::string> GrpcWebPayload(const Wire& wire, const http::Request& request) {
  std::optional<std::string> body = request.body;
  if (wire.protocol == Protocol::kGrpcWebText) body = DecodeText(request.body);
  if (!body.has_value()) return Malformed("the body is not base64");
  if (body->size() < kFrameHead) return Malformed("the body is shorter than a frame");
  const auto flags = static_cast<unsigned char>(body->front());
  if (flags == kCompressedFlag) {
    return WithReason(absl::UnimplementedError("compressed requests are not understood"),
                      "COMPRESSION_UNSUPPORTED");
  }
  if (flags != 0) return Malformed("the first frame is no message");
  if (FramedLength(*body) != body->size() - kFrameHead)
    return Malformed("the body is not one frame");
  return body->substr(kFrameHead);
}

http::Response GrpcWebReply(const Wire& wire, const Outcome& outcome) {
  std::string body = outcome.status.ok() ? Framed(0, outcome.response) : "";
  absl::StrAppend(&body, Framed(kWebTrailersFlag, TrailersOf(outcome.status)));
  if (wire.protocol == Protocol::kGrpcWebText) body = absl::Base64Escape(body);
  return http::Reply(200, wire.content_type, body);
}

}  // namespace entraide::gateway
