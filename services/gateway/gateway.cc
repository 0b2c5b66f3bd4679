// SPDX-License-Identifier: EUPL-1.2
#include "services/gateway/gateway.h"

#include <google/protobuf/descriptor.pb.h>

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/time/clock.h"
#include "services/gateway/connect.h"
#include "services/gateway/grpc_web.h"
#include "services/platform/base/status.h"
#include "services/platform/rpc/status.h"

namespace entraide::gateway {
namespace {

namespace pb = google::protobuf;

const pb::MethodDescriptor* FindMethod(absl::string_view path) {
  const std::pair<std::string, std::string> names =
      absl::StrSplit(path.substr(1), absl::MaxSplits('/', 1));
  const pb::ServiceDescriptor* service =
      pb::DescriptorPool::generated_pool()->FindServiceByName(names.first);
  return service == nullptr ? nullptr : service->FindMethodByName(names.second);
}

bool ReadsOnly(const pb::MethodDescriptor& method) {
  return method.options().idempotency_level() == pb::MethodOptions::NO_SIDE_EFFECTS;
}

http::Response MethodNotAllowed(const pb::MethodDescriptor* method) {
  http::Response refusal = http::Reply(405, "text/plain; charset=utf-8", "method not allowed\n");
  const bool get = method != nullptr && ReadsOnly(*method);
  refusal.headers.push_back({"Allow", get ? "GET, POST" : "POST"});
  return refusal;
}

http::Response UnsupportedMediaType() {
  http::Response refusal = http::Reply(415, "text/plain; charset=utf-8",
                                       "send application/json, application/proto or gRPC-Web\n");
  refusal.headers.push_back(
      {"Accept-Post", "application/json, application/proto, application/grpc-web+proto"});
  return refusal;
}

Outcome Refused(const absl::Status& status) {
  return Outcome{.status = rpc::ToGrpc(status), .response = {}};
}

}  // namespace

Gateway::Gateway(std::shared_ptr<grpc::ChannelInterface> channel, Options options)
    : options_(std::move(options)), stub_(std::move(channel)) {}

bool Gateway::Serves(absl::string_view path) const {
  return absl::StartsWith(path, absl::StrCat("/", options_.package_prefix));
}

http::Response Gateway::Handle(const http::Request& request) {
  const Method* method = Serves(request.path) ? FindMethod(request.path) : nullptr;
  const bool get = request.method == "GET" && method != nullptr && ReadsOnly(*method);
  if (request.method != "POST" && !get) return MethodNotAllowed(method);
  const std::optional<Wire> wire = WireOf(request);
  if (!wire.has_value()) return UnsupportedMediaType();
  if (method == nullptr) {
    return Render(*wire, Refused(WithReason(absl::UnimplementedError("there is no such method"),
                                            "METHOD_UNKNOWN")));
  }
  const bool streams = method->client_streaming() || method->server_streaming();
  if (wire->protocol == Protocol::kConnectStream && !streams) return UnsupportedMediaType();
  if (streams) {
    return Render(*wire, Refused(WithReason(absl::UnimplementedError("streams are not served here"),
                                            "STREAMING_UNSUPPORTED")));
  }
  return Render(*wire, Answer(*wire, *method, request));
}

Outcome Gateway::Answer(const Wire& wire, const Method& method, const http::Request& request) {
  const absl::StatusOr<Call> call = CallOf(wire, method, request);
  if (!call.ok()) return Refused(call.status());
  Outcome outcome = Invoke(stub_, *call);
  if (!outcome.status.ok()) return outcome;
  absl::StatusOr<std::string> encoded =
      codec_.FromBinary(wire.encoding, *method.output_type(), std::move(outcome.response));
  if (!encoded.ok()) return Refused(encoded.status());
  outcome.response = *std::move(encoded);
  return outcome;
}

absl::StatusOr<Call> Gateway::CallOf(const Wire& wire, const Method& method,
                                     const http::Request& request) const {
  Call call{.method = absl::StrCat("/", method.service()->full_name(), "/", method.name())};
  ASSIGN_OR_RETURN(const std::optional<absl::Duration> timeout, TimeoutOf(request));
  call.deadline =
      absl::Now() + std::min(timeout.value_or(options_.default_timeout), options_.max_timeout);
  ASSIGN_OR_RETURN(call.metadata, MetadataOf(request));
  ASSIGN_OR_RETURN(const std::string payload, wire.protocol == Protocol::kConnect
                                                  ? ConnectPayload(request)
                                                  : GrpcWebPayload(wire, request));
  ASSIGN_OR_RETURN(call.request, codec_.ToBinary(wire.encoding, *method.input_type(), payload));
  return call;
}

http::Response Gateway::Render(const Wire& wire, const Outcome& outcome) const {
  http::Response response;
  switch (wire.protocol) {
    case Protocol::kConnect:
      response = ConnectReply(wire, outcome, codec_);
      break;
    case Protocol::kConnectStream:
      response = ConnectStreamRefusal(wire, outcome.status, codec_);
      break;
    case Protocol::kGrpcWeb:
    case Protocol::kGrpcWebText:
      response = GrpcWebReply(wire, outcome);
      break;
  }
  response.headers.push_back({"Cache-Control", "no-store"});
  response.headers.push_back({"X-Content-Type-Options", "nosniff"});
  return response;
}

}  // namespace entraide::gateway
