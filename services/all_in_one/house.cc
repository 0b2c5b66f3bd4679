// SPDX-License-Identifier: EUPL-1.2
#include "services/all_in_one/house.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>

#include <utility>
#include <vector>

#include "absl/memory/memory.h"
#include "absl/strings/match.h"
#include "absl/time/clock.h"
#include "services/platform/base/status.h"

namespace entraide::all_in_one {
namespace {

constexpr absl::Duration kFirstSnapshot = absl::Seconds(10);
constexpr absl::Duration kPatience =
    absl::Seconds(5);  // For calls under way when we are told to stop.

// Full names of the services of this house, whose RPCs must declare their access.
const std::vector<std::string>& ServiceNames() {
  static const std::vector<std::string> kNames = {
      "entraide.directory.v1.DirectoryService", "entraide.matcher.v1.MatcherService",
      "entraide.coverage.v1.CoverageService",   "entraide.identity.v1.IdentityService",
      "entraide.rides.v1.RidesService",         "entraide.garage.v1.GarageService",
      "entraide.homehelp.v1.HomeHelpService",   "entraide.volunteers.v1.VolunteersService",
      "entraide.garage.v1.FleetService",
  };
  return kNames;
}

// Our own socket: it is tried again soon, for it listens a moment after the first try.
std::shared_ptr<grpc::Channel> ChannelTo(const std::string& socket) {
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, 50);
  arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, 50);
  arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, 1000);
  return grpc::CreateCustomChannel("unix:" + socket, grpc::InsecureChannelCredentials(), arguments);
}

}  // namespace

House::House(const Settings& settings, auth::TrackingCodes codes)
    : codes_(codes),
      services_(ChannelTo(settings.socket)),
      identity_pool_({.conninfo = settings.database, .schema = "identity"}),
      directory_pool_({.conninfo = settings.database, .schema = "directory"}),
      fleet_pool_({.conninfo = settings.database, .schema = "garage", .size = 4}) {}

absl::StatusOr<std::unique_ptr<House>> House::Open(const Settings& settings) {
  ASSIGN_OR_RETURN(const auth::TrackingCodes codes,
                   auth::TrackingCodes::FromFile(settings.state_dir + "/tracking.key"));
  auto house = absl::WrapUnique(new House(settings, codes));
  RETURN_IF_ERROR(house->Serve(settings));
  return house;
}

absl::Status House::Serve(const Settings& settings) {
  ASSIGN_OR_RETURN(const mail::Sender mail,
                   mail::OpenSender(settings.mail, settings.state_dir + "/mail"));
  ASSIGN_OR_RETURN(identity_, identity::Identity::Open(settings.identity, mail, identity_pool_,
                                                       metrics_, absl::Now));
  authenticator_.emplace(identity_->Lookup(), codes_);
  ASSIGN_OR_RETURN(access_, auth::AccessTable::Of(ServiceNames()));
  gate_.emplace(*authenticator_, *access_, metrics_, absl::Now);

  directory_.emplace(*gate_, directory_pool_);
  directory_housekeeping_.emplace(directory_pool_, metrics_);
  feed_.emplace(
      matcher::Sources{
          .directory = services_,
          .commitments = {matcher::CommitmentsOf<rides::v1::RidesService>(services_),
                          matcher::CommitmentsOf<garage::v1::GarageService>(services_),
                          matcher::CommitmentsOf<homehelp::v1::HomeHelpService>(services_)}},
      "matcher", matcher::TravelByGreatCircle(settings.travel));
  matcher_.emplace(*gate_, *feed_);
  coverage_.emplace(*gate_, *feed_);
  const Ground ground{.database = settings.database,
                      .gate = *gate_,
                      .metrics = metrics_,
                      .codes = codes_,
                      .services = services_,
                      .clock = absl::Now};
  rides_.emplace(ground);
  garage_.emplace(ground);
  fleet_.emplace(*gate_, fleet_pool_);
  homehelp_.emplace(ground);
  volunteers_.emplace(ground);
  ASSIGN_OR_RETURN(server_, server::GrpcServer::Start(
                                {.socket_path = settings.socket},
                                {&*directory_, &*matcher_, &*coverage_, &identity_->Serve(*gate_),
                                 &rides_->service(), &garage_->service(), &*fleet_,
                                 &homehelp_->service(), &volunteers_->service()}));
  if (!feed_->AwaitFirst(absl::Now() + kFirstSnapshot)) {
    return WithReason(absl::UnavailableError("the services tell nothing"), "NOT_READY");
  }
  ASSIGN_OR_RETURN(edge_,
                   Edge::Start(server_->InProcessChannel(), metrics_, settings.http_port,
                               {.https = absl::StartsWith(settings.identity.base_url, "https:")}));
  return absl::OkStatus();
}

void House::Drain() {
  edge_->Drain(kPatience);
  // Streams would wait for ever.
  directory_->StopWatching();
  rides_->StopWatching();
  garage_->StopWatching();
  homehelp_->StopWatching();
  server_->Drain(kPatience);
}

}  // namespace entraide::all_in_one
