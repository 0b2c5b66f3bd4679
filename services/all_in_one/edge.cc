// SPDX-License-Identifier: EUPL-1.2
#include "services/all_in_one/edge.h"

#include <utility>

#include "absl/memory/memory.h"
#include "services/platform/base/status.h"

namespace entraide::all_in_one {

absl::StatusOr<std::unique_ptr<Edge>> Edge::Start(
    const std::shared_ptr<grpc::ChannelInterface>& services, const telemetry::Metrics& metrics,
    int port, const web::Options& pages) {
  auto edge = absl::WrapUnique(new Edge(services, metrics, pages));
  ASSIGN_OR_RETURN(edge->server_,
                   http::Server::Start({.port = port}, [serving = edge.get()](const auto& request) {
                     return serving->Handle(request);
                   }));
  return edge;
}

http::Response Edge::Handle(const http::Request& request) {
  if (gateway_.Serves(request.path)) return gateway_.Handle(request);
  if (request.path == "/metrics") {
    return http::Reply(200, "text/plain; version=0.0.4", metrics_.Render());
  }
  if (request.path == "/healthz") return http::Reply(200, "text/plain", "ok\n");
  return pages_.Handle(request);
}

}  // namespace entraide::all_in_one
