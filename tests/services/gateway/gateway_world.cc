// SPDX-License-Identifier: EUPL-1.2
#include "tests/services/gateway/gateway_world.h"

#include <gmock/gmock.h>
#include <grpcpp/server_builder.h>
#include <grpcpp/support/error_details.h>

#include <chrono>
#include <thread>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"

namespace entraide::gateway {
namespace {

using echo::v1::EchoRequest;
using echo::v1::EchoResponse;

}  // namespace

grpc::Status EchoService::Echo(grpc::ServerContext* context, const EchoRequest* request,
                               EchoResponse* response) {
  for (int i = 0; i < std::max(1, request->repeat_count()); ++i) {
    response->mutable_text()->append(request->text());
  }
  response->set_mood(request->mood());
  for (const auto& [name, value] : context->client_metadata()) {
    response->add_metadata(absl::StrCat(std::string(name.data(), name.size()), "=",
                                        std::string(value.data(), value.size())));
  }
  const auto left = context->deadline() - std::chrono::system_clock::now();
  response->set_left_milliseconds(
      std::chrono::duration_cast<std::chrono::milliseconds>(left).count());
  return grpc::Status::OK;
}

grpc::Status EchoService::Change(grpc::ServerContext* context, const EchoRequest* request,
                                 EchoResponse* response) {
  return Echo(context, request, response);
}

grpc::Status EchoService::Refuse(grpc::ServerContext*, const EchoRequest* request, EchoResponse*) {
  google::rpc::ErrorInfo info;
  info.set_reason("ECHO_REFUSED");
  info.set_domain("entraide");
  google::rpc::Status rich;
  rich.set_code(grpc::StatusCode::FAILED_PRECONDITION);
  rich.set_message(request->text());
  rich.add_details()->PackFrom(info);
  grpc::Status status;
  grpc::SetErrorDetails(rich, &status);
  return status;
}

grpc::Status EchoService::Wait(grpc::ServerContext* context, const EchoRequest*, EchoResponse*) {
  while (!context->IsCancelled()) std::this_thread::yield();
  return grpc::Status::OK;
}

GatewayWorld::GatewayWorld() {
  grpc::ServerBuilder builder;
  builder.RegisterService(&service_);
  grpc_ = builder.BuildAndStart();
  gateway_ = std::make_unique<Gateway>(grpc_->InProcessChannel({}), Options{});
  auto server = http::Server::Start(
      {}, [this](const http::Request& request) { return gateway_->Handle(request); });
  EXPECT_TRUE(server.ok()) << server.status();
  http_ = *std::move(server);
}

http::RawResponse GatewayWorld::Post(absl::string_view path,
                                     const std::vector<std::string>& headers,
                                     absl::string_view body) const {
  return http::Exchange(port(), http::PostOf(path, headers, body));
}

http::RawResponse GatewayWorld::Get(absl::string_view target) const {
  return http::Exchange(port(), absl::StrCat("GET ", target, " HTTP/1.1\r\nHost: test\r\n\r\n"));
}

}  // namespace entraide::gateway
