// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "absl/time/clock.h"
#include "entraide/directory/v1/directory_service.grpc.pb.h"
#include "services/platform/base/status.h"
#include "services/platform/rpc/status.h"

namespace entraide {

// DirectoryService with Anvin (62028, once the made-up 62999), Frévent (62361), and an organization
// for every id that begins with `o`; it lets offers be watched that it is given.
class FakeDirectory final : public directory::v1::DirectoryService::Service {
 public:
  std::atomic<bool> down{false};

  grpc::Status GetCommune(grpc::ServerContext* /*context*/,
                          const directory::v1::GetCommuneRequest* request,
                          directory::v1::Commune* response) override {
    if (down) return rpc::ToGrpc(absl::UnavailableError("down"));
    const std::string code = request->name().substr(sizeof("communes/") - 1);
    if (code != "62361" && code != "62028" && code != "62999") {
      return rpc::ToGrpc(WithReason(absl::NotFoundError("no such commune"), "COMMUNE_UNKNOWN"));
    }
    response->set_insee_code(code == "62999" ? "62028" : code);
    return grpc::Status::OK;
  }

  grpc::Status GetOrganization(grpc::ServerContext* /*context*/,
                               const directory::v1::GetOrganizationRequest* request,
                               directory::v1::Organization* response) override {
    if (down) return rpc::ToGrpc(absl::UnavailableError("down"));
    const std::string id = request->name().substr(sizeof("organizations/") - 1);
    if (id.empty() || id[0] != 'o') return rpc::ToGrpc(absl::NotFoundError("no such organization"));
    response->set_name(request->name());
    response->set_display_name("Association " + id);
    response->set_phone("+33321000000");
    return grpc::Status::OK;
  }

  // What WatchOffers tells as its snapshot; set before anybody watches.
  std::vector<directory::v1::WatchOffersResponse> snapshot{};

  grpc::Status WatchOffers(
      grpc::ServerContext* context, const directory::v1::WatchOffersRequest* /*request*/,
      grpc::ServerWriter<directory::v1::WatchOffersResponse>* writer) override {
    for (const directory::v1::WatchOffersResponse& step : snapshot) writer->Write(step);
    directory::v1::WatchOffersResponse end;
    end.mutable_snapshot_end();
    end.set_resume_token("end");
    writer->Write(end);
    while (!context->IsCancelled()) absl::SleepFor(absl::Milliseconds(5));
    return grpc::Status::CANCELLED;
  }
};

}  // namespace entraide
