// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/server/grpc_server.h"

#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/grpcpp.h>

#include <chrono>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "grpc/health/v1/health.pb.h"
#include "services/platform/base/status.h"
#include "services/platform/server/unix_socket.h"

namespace entraide::server {
namespace {

constexpr int kMessageBytes = 256 * 1024;
constexpr int kMetadataBytes = 8 * 1024;
constexpr int kStreams = 100;

// Both are switches of the whole process in gRPC 1.51; setting them again changes nothing.
void EnableHealthAndReflection() {
  static const bool once = [] {
    grpc::EnableDefaultHealthCheckService(true);
    grpc::reflection::InitProtoReflectionServerBuilderPlugin();
    // Keeps the descriptor that reflection lists from being dropped by the linker.
    return grpc::health::v1::HealthCheckRequest::descriptor() != nullptr;
  }();
  static_cast<void>(once);
}

void Bound(const GrpcServer::Options& options, grpc::ServerBuilder& builder) {
  grpc::ResourceQuota quota("entraide");
  quota.SetMaxThreads(options.threads);
  builder.SetResourceQuota(quota);
  builder.SetMaxReceiveMessageSize(kMessageBytes);
  builder.AddChannelArgument(GRPC_ARG_MAX_METADATA_SIZE, kMetadataBytes);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS, kStreams);
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
}

}  // namespace

absl::StatusOr<std::unique_ptr<GrpcServer>> GrpcServer::Start(
    const Options& options, const std::vector<grpc::Service*>& services) {
  EnableHealthAndReflection();
  grpc::ServerBuilder builder;
  Bound(options, builder);
  for (grpc::Service* service : services) builder.RegisterService(service);
  if (!options.socket_path.empty()) {
    RETURN_IF_ERROR(PrepareSocket(options.socket_path));
    builder.AddListeningPort(absl::StrCat("unix:", options.socket_path),
                             grpc::InsecureServerCredentials());
  }
  std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
  if (server == nullptr) {
    return WithReason(absl::FailedPreconditionError("gRPC server did not start"), "SOCKET_IN_USE");
  }
  return std::unique_ptr<GrpcServer>(new GrpcServer(std::move(server)));
}

std::shared_ptr<grpc::Channel> GrpcServer::InProcessChannel() {
  return server_->InProcessChannel(grpc::ChannelArguments());
}

void GrpcServer::Drain(absl::Duration grace) {
  if (auto* health = server_->GetHealthCheckService(); health != nullptr) {
    health->SetServingStatus(false);
  }
  server_->Shutdown(absl::ToChronoTime(absl::Now() + grace));
  server_->Wait();
}

}  // namespace entraide::server
