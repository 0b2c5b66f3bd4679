// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>

#include "absl/status/statusor.h"
#include "clients/web/pages.h"
#include "services/gateway/gateway.h"
#include "services/platform/http/server.h"
#include "services/platform/telemetry/metrics.h"

namespace entraide::all_in_one {

// What browsers meet: the HTTP API under the services' names, the pages elsewhere, `/metrics` for
// the operator's scraper (nginx does not pass it on) and `/healthz`.
class Edge {
 public:
  // `metrics` outlives it. UNAVAILABLE: the port is taken.
  static absl::StatusOr<std::unique_ptr<Edge>> Start(
      const std::shared_ptr<grpc::ChannelInterface>& services, const telemetry::Metrics& metrics,
      int port, const web::Options& pages);

  int port() const { return server_->port(); }
  void Drain(absl::Duration patience) { server_->Drain(patience); }

 private:
  Edge(const std::shared_ptr<grpc::ChannelInterface>& services, const telemetry::Metrics& metrics,
       const web::Options& pages)
      : metrics_(metrics), gateway_(services, {}), pages_(services, pages) {}

  http::Response Handle(const http::Request& request);

  const telemetry::Metrics& metrics_;
  gateway::Gateway gateway_;
  web::Pages pages_;
  std::unique_ptr<http::Server> server_{};  // Last: it ends before what it calls.
};

}  // namespace entraide::all_in_one
