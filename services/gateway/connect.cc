// SPDX-License-Identifier: EUPL-1.2
#include "services/gateway/connect.h"

#include <google/protobuf/descriptor.h>

#include <nlohmann/json.hpp>

#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "google/rpc/status.pb.h"
#include "services/gateway/frame.h"
#include "services/platform/base/status.h"
#include "services/platform/http/form.h"

namespace entraide::gateway {
namespace {

using Json = nlohmann::json;

struct Code {
  const char* name;
  int http_status;
};

// By gRPC code.
constexpr Code kCodes[] = {
    {"unknown", 500},  // OK, which is no error
    {"canceled", 499},
    {"unknown", 500},
    {"invalid_argument", 400},
    {"deadline_exceeded", 504},
    {"not_found", 404},
    {"already_exists", 409},
    {"permission_denied", 403},
    {"resource_exhausted", 429},
    {"failed_precondition", 400},
    {"aborted", 409},
    {"out_of_range", 400},
    {"unimplemented", 501},
    {"internal", 500},
    {"unavailable", 503},
    {"data_loss", 500},
    {"unauthenticated", 401},
};

const Code& CodeOf(const grpc::Status& status) {
  const auto code = static_cast<size_t>(status.error_code());
  return code < std::size(kCodes) ? kCodes[code] : kCodes[grpc::StatusCode::UNKNOWN];
}

absl::Status Compressed() {
  return WithReason(absl::UnimplementedError("compressed requests are not understood"),
                    "COMPRESSION_UNSUPPORTED");
}

absl::StatusOr<std::string> QueryPayload(const http::Request& request) {
  const http::Form query = http::ParseForm(request.query);
  if (query.ValueOr("connect", "v1") != "v1") return Malformed("connect is not v1");
  if (query.ValueOr("compression", "identity") != "identity") return Compressed();
  const std::optional<std::string> message = query.Find("message");
  if (!message.has_value()) return Malformed("the query has no message");
  if (query.ValueOr("base64", "0") != "1") return *message;
  std::string decoded;
  if (absl::WebSafeBase64Unescape(*message, &decoded)) return decoded;
  return Malformed("message is not base64");
}

// `debug` is the detail as JSON, for people and for clients without its descriptor.
Json DetailOf(const google::protobuf::Any& detail, const Codec& codec) {
  const std::string type(absl::StripPrefix(detail.type_url(), "type.googleapis.com/"));
  const std::string value = absl::Base64Escape(detail.value());
  Json json = {{"type", type}, {"value", value.substr(0, value.find('='))}};
  const auto* descriptor =
      google::protobuf::DescriptorPool::generated_pool()->FindMessageTypeByName(type);
  if (descriptor == nullptr) return json;
  const auto debug = codec.FromBinary(Encoding::kJson, *descriptor, detail.value());
  if (debug.ok()) json["debug"] = Json::parse(*debug, nullptr, /*allow_exceptions=*/false);
  return json;
}

Json ErrorOf(const grpc::Status& status, const Codec& codec) {
  Json error = {{"code", CodeOf(status).name}};
  if (!status.error_message().empty()) error["message"] = status.error_message();
  google::rpc::Status rich;
  if (!rich.ParseFromString(status.error_details())) return error;
  for (const auto& detail : rich.details()) error["details"].push_back(DetailOf(detail, codec));
  return error;
}

std::string Text(const Json& json) {
  return json.dump(-1, ' ', /*ensure_ascii=*/false, Json::error_handler_t::replace);
}

}  // namespace

absl::StatusOr<std::string> ConnectPayload(const http::Request& request) {
  if (request.method == "GET") return QueryPayload(request);
  if (request.HeaderOr("connect-protocol-version", "1") != "1") {
    return Malformed("Connect-Protocol-Version is not 1");
  }
  if (request.HeaderOr("content-encoding", "identity") != "identity") return Compressed();
  return request.body;
}

http::Response ConnectReply(const Wire& wire, const Outcome& outcome, const Codec& codec) {
  if (outcome.status.ok()) return http::Reply(200, wire.content_type, outcome.response);
  return http::Reply(CodeOf(outcome.status).http_status, "application/json",
                     Text(ErrorOf(outcome.status, codec)));
}

http::Response ConnectStreamRefusal(const Wire& wire, const grpc::Status& status,
                                    const Codec& codec) {
  const Json end = {{"error", ErrorOf(status, codec)}};
  return http::Reply(200, wire.content_type, Framed(kConnectEndFlag, Text(end)));
}

}  // namespace entraide::gateway
