// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <grpcpp/channel.h>
#include <grpcpp/impl/service_type.h>
#include <grpcpp/server.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace entraide::server {

// A gRPC server with health, bounded threads (beyond them RESOURCE_EXHAUSTED) and 256 KB messages,
// on a unix socket in a 0700 folder and in process; never on a TCP port. Reflection is on for the
// unix socket.
class GrpcServer {
 public:
  struct Options {
    std::string
        socket_path{};  // Empty: in process only. Under 107 bytes; a stale socket is replaced.
    int threads = 24;
  };
  // `services` outlive it. FAILED_PRECONDITION: the socket is in use, or its path too long.
  static absl::StatusOr<std::unique_ptr<GrpcServer>> Start(
      const Options& options, const std::vector<grpc::Service*>& services);

  std::shared_ptr<grpc::Channel> InProcessChannel();
  // NOT_SERVING, then waits for calls in flight up to `grace`, then cancels them.
  void Drain(absl::Duration grace);

 private:
  explicit GrpcServer(std::unique_ptr<grpc::Server> server) : server_(std::move(server)) {}

  std::unique_ptr<grpc::Server> server_;
};

}  // namespace entraide::server
