// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <optional>

#include "absl/status/statusor.h"
#include "matcher/feed/feed.h"
#include "matcher/matcher_service.h"
#include "services/all_in_one/edge.h"
#include "services/all_in_one/settings.h"
#include "services/all_in_one/trade.h"
#include "services/all_in_one/volunteering.h"
#include "services/coverage/coverage_service.h"
#include "services/directory/directory_service.h"
#include "services/garage/fleet_service.h"
#include "services/garage/garage_service.h"
#include "services/homehelp/homehelp_service.h"
#include "services/identity/identity.h"
#include "services/platform/server/grpc_server.h"
#include "services/rides/rides_service.h"

namespace entraide::all_in_one {

// Every service in one process, over one unix socket, with the HTTP edge in front. What is declared
// first outlives what is declared after it.
class House {
 public:
  // Opens with a migrated database. The status says what is missing: key, access of an RPC, socket,
  // port.
  static absl::StatusOr<std::unique_ptr<House>> Open(const Settings& settings);

  int http_port() const { return edge_->port(); }

  // Refuses what is new, finishes what is under way, stops.
  void Drain();

 private:
  House(const Settings& settings, auth::TrackingCodes codes);
  absl::Status Serve(const Settings& settings);

  const auth::TrackingCodes codes_;
  telemetry::Metrics metrics_;
  // To the services of this house; it connects once they listen.
  const std::shared_ptr<grpc::Channel> services_;
  pg::Pool identity_pool_;
  pg::Pool directory_pool_;
  pg::Pool fleet_pool_;
  std::unique_ptr<identity::Identity> identity_{};
  std::optional<auth::Authenticator> authenticator_{};
  std::optional<auth::AccessTable> access_{};
  std::optional<rpc::Gate> gate_{};
  std::optional<directory::DirectoryService> directory_{};
  std::optional<Housekeeping> directory_housekeeping_{};
  std::optional<matcher::Feed> feed_{};
  std::optional<matcher::MatcherService> matcher_{};
  std::optional<coverage::CoverageService> coverage_{};
  std::optional<Trade<rides::RidesService, rides::RideTrade>> rides_{};
  std::optional<Trade<garage::GarageService, garage::JobTrade>> garage_{};
  std::optional<garage::FleetService> fleet_{};
  std::optional<Trade<homehelp::HomeHelpService, homehelp::VisitTrade>> homehelp_{};
  std::optional<Volunteering> volunteers_{};
  std::unique_ptr<server::GrpcServer> server_{};
  std::unique_ptr<Edge> edge_{};
};

}  // namespace entraide::all_in_one
