// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/time/clock.h"
#include "directory_migrations.h"
#include "services/directory/directory_service.h"
#include "services/platform/base/uuid.h"
#include "services/platform/rpc/status.h"
#include "tests/services/directory/builders.h"
#include "tests/support/database.h"
#include "tests/support/status_matchers.h"

namespace entraide::directory {

// Tokens are "admin", and "staff {organization id}" or "coordinator {organization id}".
absl::StatusOr<auth::Caller> CallerOfToken(absl::string_view token, absl::Time deadline);

v1::CommuneRow ACommuneRow(int line, const std::string& code, const std::string& name);
v1::OrganizationRow AnOrganizationRow(int line, const std::string& local_id);
// Serves Frévent, as a published garage does.
v1::ServiceOffer ARepairOffer(const std::string& local_id = "repair");

// The whole service over an in-process channel, on a database of its own.
class ServiceTest : public testing::Test {
 protected:
  static constexpr char kAdmin[] = "admin";

  void SetUp() override {
    grpc::ServerBuilder builder;
    builder.AddListeningPort(socket_, grpc::InsecureServerCredentials());
    builder.RegisterService(&service_);
    server_ = builder.BuildAndStart();
    stub_ = v1::DirectoryService::NewStub(server_->InProcessChannel({}));
  }
  void TearDown() override {
    service_.StopWatching();
    server_->Shutdown();
  }
  // From here on through the socket, whose frames and metadata are bounded.
  void UseSocket() {
    stub_ = v1::DirectoryService::NewStub(
        grpc::CreateChannel(socket_, grpc::InsecureChannelCredentials()));
  }

  // Calls `method` of the stub with the credential of `token` ("" for nobody).
  template <typename Request, typename Response>
  absl::StatusOr<Response> Call(grpc::Status (v1::DirectoryService::Stub::*method)(
                                    grpc::ClientContext*, const Request&, Response*),
                                const Request& request, const std::string& token = "") {
    grpc::ClientContext context;
    Prepare(context, token);
    Response response;
    const absl::Status status = rpc::FromGrpc((stub_.get()->*method)(&context, request, &response));
    if (!status.ok()) return status;
    return response;
  }

  void Prepare(grpc::ClientContext& context, const std::string& token);
  absl::StatusOr<v1::ImportCommunesResponse> ImportCommunes(const std::vector<v1::CommuneRow>& rows,
                                                            const std::string& token = kAdmin);
  absl::StatusOr<v1::ImportOrganizationsResponse> ImportOrganizations(
      const std::vector<v1::OrganizationRow>& rows, const std::string& token = kAdmin);

  absl::StatusOr<v1::ImportTravelTimesResponse> ImportTravelTimes(
      const std::vector<v1::TravelTimeRow>& rows, const std::string& token = kAdmin);

  // Frévent and Anvin, and a garage with one published offer; its name.
  std::string HaveAGarage();
  // The only offer of an organization, as its staff see it.
  v1::ServiceOffer OnlyOfferOf(const std::string& organization);
  // The keys of all events, oldest first.
  std::vector<std::string> Events();

  const TestDatabase database_{
      {PlatformTables("directory"),
       {.schema = "directory", .series = "directory", .scripts = directory::migrations::Files()}}};
  const std::unique_ptr<pg::Pool> pool_ = database_.NewPool("directory");
  const auth::TrackingCodes codes_{auth::TrackingCodes::Key{7}};
  const auth::Authenticator authenticator_{CallerOfToken, codes_};
  const auth::AccessTable access_ =
      *auth::AccessTable::Of({"entraide.directory.v1.DirectoryService"});
  telemetry::Metrics metrics_{};
  const rpc::Gate gate_{authenticator_, access_, metrics_,
                        [] { return absl::FromUnixSeconds(1'800'000'000); }};
  DirectoryService service_{gate_, *pool_, {.pause = absl::Milliseconds(5)}};
  const std::string socket_ = absl::StrCat("unix:/tmp/entraide-", NewUuid(), ".sock");
  std::unique_ptr<grpc::Server> server_{};
  std::unique_ptr<v1::DirectoryService::Stub> stub_{};
};

inline std::string StaffOf(const std::string& organization) {
  return absl::StrCat("staff ", organization.substr(std::string("organizations/").size()));
}
inline std::string CoordinatorOf(const std::string& organization) {
  return absl::StrCat("coordinator ", organization.substr(std::string("organizations/").size()));
}

// "field REASON" of each violation of a refused call.
template <typename T>
std::vector<std::string> Refused(const absl::StatusOr<T>& result) {
  std::vector<std::string> told;
  for (const Violation& violation : ViolationsOf(result.status())) {
    told.push_back(absl::StrCat(violation.field, " ", violation.reason));
  }
  return told;
}

}  // namespace entraide::directory
