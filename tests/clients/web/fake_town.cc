// SPDX-License-Identifier: EUPL-1.2
#include "tests/clients/web/fake_town.h"

#include <grpcpp/server_builder.h>

#include "absl/strings/match.h"
#include "clients/cpp/fold.h"
#include "entraide/notify/v1/notify_service.grpc.pb.h"
#include "services/platform/base/status.h"
#include "services/platform/base/violations.h"
#include "services/platform/rpc/status.h"
#include "tests/clients/web/fake_requests.h"

namespace entraide::web {
namespace {

using grpc::ServerContext;
using grpc::Status;

class Directory final : public directory::v1::DirectoryService::Service {
 public:
  explicit Directory(Town& town) : town_(town) {}

  Status SearchCommunes(ServerContext*, const directory::v1::SearchCommunesRequest* request,
                        directory::v1::SearchCommunesResponse* response) override {
    for (const auto& commune : town_.communes) {
      const bool named =
          absl::StartsWith(clients::Fold(commune.display_name()), clients::Fold(request->query()));
      if (named || commune.postcodes(0) == request->query()) *response->add_communes() = commune;
    }
    return Status::OK;
  }
  Status GetCommune(ServerContext*, const directory::v1::GetCommuneRequest* request,
                    directory::v1::Commune* response) override {
    for (const auto& commune : town_.communes) {
      if (commune.name() != request->name()) continue;
      *response = commune;
      return Status::OK;
    }
    return UnknownObject();
  }
  Status ListCommunes(ServerContext*, const directory::v1::ListCommunesRequest*,
                      directory::v1::ListCommunesResponse* response) override {
    for (const auto& commune : town_.communes) *response->add_communes() = commune;
    return Status::OK;
  }
  Status GetOrganization(ServerContext*, const directory::v1::GetOrganizationRequest* request,
                         directory::v1::Organization* response) override {
    for (const auto& service : town_.services) {
      if (service.organization().name() != request->name()) continue;
      *response = service.organization();
      return Status::OK;
    }
    return UnknownObject();
  }
  Status ListOrganizations(ServerContext*, const directory::v1::ListOrganizationsRequest* request,
                           directory::v1::ListOrganizationsResponse* response) override {
    town_.last["serves_commune"] = request->serves_commune();
    for (const auto& service : town_.services) {
      const std::string& kind = request->kind();
      if (!kind.empty() && service.service_offer().kind() != kind) continue;
      *response->add_organizations() = service.organization();
    }
    return Status::OK;
  }
  Status SearchServices(ServerContext*, const directory::v1::SearchServicesRequest*,
                        directory::v1::SearchServicesResponse* response) override {
    for (const auto& service : town_.services) *response->add_services() = service;
    return Status::OK;
  }
  Status ListPartners(ServerContext*, const directory::v1::ListPartnersRequest*,
                      directory::v1::ListPartnersResponse* response) override {
    for (const auto& partner : town_.partners) *response->add_partners() = partner;
    return Status::OK;
  }

 private:
  Town& town_;
};

class Matcher final : public matcher::v1::MatcherService::Service {
 public:
  explicit Matcher(Town& town) : town_(town) {}

  Status FindHelp(ServerContext*, const matcher::v1::FindHelpRequest* request,
                  matcher::v1::FindHelpResponse* response) override {
    town_.last["need"] = request->need().ShortDebugString();
    *response->mutable_match() = town_.match;
    return Status::OK;
  }

 private:
  Town& town_;
};

// Two kinds: nobody repairs in the first commune, one garage does in the others; all get rides.
class Coverage final : public coverage::v1::CoverageService::Service {
 public:
  explicit Coverage(Town& town) : town_(town) {}

  Status GetSupply(ServerContext*, const coverage::v1::GetSupplyRequest* request,
                   coverage::v1::GetSupplyResponse* response) override {
    const bool one = request->kinds_size() == 1;
    response->add_kinds("repair");
    if (!one) response->add_kinds("volunteer-ride");
    for (const auto& commune : town_.communes) {
      const bool is_gap = response->communes().empty();
      auto& supply = *response->add_communes();
      supply.set_commune(commune.insee_code());
      supply.set_display_name(commune.display_name());
      supply.set_population(commune.population());
      supply.set_latitude_deg(commune.latitude_deg());
      supply.set_longitude_deg(commune.longitude_deg());
      auto& repair = *supply.add_supplies();
      repair.set_nearest_any_minutes(24);
      if (!is_gap) {
        repair.set_offer_count(1);
        repair.set_organization_count(1);
        repair.set_nearest_minutes(24);
      }
      supply.set_gap_count(is_gap ? 1 : 0);
      supply.set_fragile_count(is_gap ? 0 : 1);
      if (!one) supply.add_supplies()->set_organization_count(2);
    }
    auto& summary = *response->add_summaries();
    summary.set_kind("repair");
    summary.set_gap_commune_count(1);
    summary.set_gap_population(response->communes(0).population());
    summary.set_fragile_commune_count(response->communes_size() - 1);
    return Status::OK;
  }

 private:
  Town& town_;
};

class Identity final : public identity::v1::IdentityService::Service {
 public:
  explicit Identity(Town& town) : town_(town) {}

  Status RequestMagicLink(ServerContext*, const identity::v1::RequestMagicLinkRequest* request,
                          identity::v1::RequestMagicLinkResponse* response) override {
    if (!absl::StrContains(request->email(), "@")) {
      return rpc::ToGrpc(InvalidField("email", "MALFORMED", "an address"));
    }
    response->set_browser_token("this-browser");
    return Status::OK;
  }
  Status RedeemMagicLink(ServerContext*, const identity::v1::RedeemMagicLinkRequest* request,
                         identity::v1::RedeemMagicLinkResponse* response) override {
    if (request->code() != "GOOD-CODE" || request->browser_token() != "this-browser") {
      return rpc::ToGrpc(WithReason(absl::UnauthenticatedError("no"), "CODE_INVALID"));
    }
    response->set_session_token("session");
    response->mutable_session()->set_role(town_.role);
    return Status::OK;
  }
  Status GetSession(ServerContext* context, const identity::v1::GetSessionRequest*,
                    identity::v1::Session* response) override {
    if (Credential(*context) != "Bearer session") {
      return rpc::ToGrpc(absl::UnauthenticatedError("no session"));
    }
    response->set_role(town_.role);
    response->set_organization("organizations/garage");
    response->set_epci_siren("200069672");
    return Status::OK;
  }
  Status Logout(ServerContext*, const identity::v1::LogoutRequest*,
                identity::v1::LogoutResponse*) override {
    return Status::OK;
  }

 private:
  Town& town_;
};

}  // namespace

std::string Credential(const ServerContext& context) {
  const auto found = context.client_metadata().find("authorization");
  if (found == context.client_metadata().end()) return {};
  return {found->second.data(), found->second.size()};
}

grpc::Status UnknownObject() { return rpc::ToGrpc(absl::NotFoundError("unknown")); }

// One link, GOOD-CODE, that cancels; LATE-CODE comes too late.
class Notify final : public notify::v1::NotifyService::Service {
 public:
  explicit Notify(Town& town) : town_(town) {}

  grpc::Status FollowLink(grpc::ServerContext*, const notify::v1::FollowLinkRequest* request,
                          notify::v1::FollowLinkResponse* response) override {
    if (request->code() == "LATE-CODE") {
      return rpc::ToGrpc(WithReason(absl::FailedPreconditionError("late"), "STATE_FORBIDS"));
    }
    if (request->code() != "GOOD-CODE") return UnknownObject();
    response->set_done_before(town_.last.contains("link"));
    town_.last["link"] = notify::v1::LinkAction_Name(request->action());
    return grpc::Status::OK;
  }

 private:
  Town& town_;
};

struct FakeTown::Services {
  explicit Services(Town& town)
      : directory(town),
        matcher(town),
        coverage(town),
        identity(town),
        garage(town),
        rides(town),
        notify(town) {}

  Directory directory;
  Matcher matcher;
  Coverage coverage;
  Identity identity;
  Garage garage;
  Rides rides;
  Notify notify;
  HomeHelp homehelp{};
};

FakeTown::FakeTown() : services_(std::make_unique<Services>(town_)) {
  grpc::ServerBuilder builder;
  for (grpc::Service* service : {static_cast<grpc::Service*>(&services_->directory),
                                 static_cast<grpc::Service*>(&services_->matcher),
                                 static_cast<grpc::Service*>(&services_->coverage),
                                 static_cast<grpc::Service*>(&services_->identity),
                                 static_cast<grpc::Service*>(&services_->garage),
                                 static_cast<grpc::Service*>(&services_->rides),
                                 static_cast<grpc::Service*>(&services_->notify),
                                 static_cast<grpc::Service*>(&services_->homehelp)}) {
    builder.RegisterService(service);
  }
  server_ = builder.BuildAndStart();
  Options options;
  options.call_timeout = absl::Seconds(10);
  options.clock = [] { return absl::FromUnixSeconds(1795510800); };
  pages_ = std::make_unique<Pages>(server_->InProcessChannel({}), std::move(options));
}

FakeTown::~FakeTown() {
  pages_.reset();
  server_->Shutdown();
}

}  // namespace entraide::web
