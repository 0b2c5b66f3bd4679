// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <grpcpp/server.h>

#include <memory>
#include <string>
#include <vector>

#include "services/gateway/gateway.h"
#include "services/platform/http/server.h"
#include "tests/services/gateway/echo_service.grpc.pb.h"
#include "tests/services/platform/http_raw_client.h"

namespace entraide::gateway {

constexpr char kEchoPath[] = "/entraide.echo.v1.EchoService/Echo";
constexpr char kJson[] = "Content-Type: application/json";
constexpr char kProto[] = "Content-Type: application/proto";

class EchoService final : public echo::v1::EchoService::Service {
  grpc::Status Echo(grpc::ServerContext* context, const echo::v1::EchoRequest* request,
                    echo::v1::EchoResponse* response) override;
  grpc::Status Change(grpc::ServerContext* context, const echo::v1::EchoRequest* request,
                      echo::v1::EchoResponse* response) override;
  grpc::Status Refuse(grpc::ServerContext* context, const echo::v1::EchoRequest* request,
                      echo::v1::EchoResponse* response) override;
  grpc::Status Wait(grpc::ServerContext* context, const echo::v1::EchoRequest* request,
                    echo::v1::EchoResponse* response) override;
};

// An echo service behind the gateway behind a real HTTP server, on a port of its own.
class GatewayWorld {
 public:
  GatewayWorld();

  int port() const { return http_->port(); }
  http::RawResponse Post(absl::string_view path, const std::vector<std::string>& headers,
                         absl::string_view body) const;
  http::RawResponse Get(absl::string_view target) const;

 private:
  EchoService service_;
  std::unique_ptr<grpc::Server> grpc_;
  std::unique_ptr<Gateway> gateway_;
  std::unique_ptr<http::Server> http_;
};

}  // namespace entraide::gateway
