// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "absl/time/clock.h"
#include "clients/cpp/call.h"
#include "services/platform/auth/authenticator.h"
#include "services/platform/base/uuid.h"
#include "services/platform/base/violations.h"
#include "services/platform/server/grpc_server.h"
#include "services/volunteers/closing.h"
#include "services/volunteers/convert.h"
#include "services/volunteers/volunteers_service.h"
#include "tests/services/volunteers/a_mission.h"
#include "tests/support/database.h"
#include "tests/support/fake_directory.h"
#include "tests/support/status_matchers.h"
#include "volunteers_migrations.h"

namespace entraide::volunteers {

// Tokens are "admin", "volunteer", "staff {organization}" and "demo {organization}".
inline absl::StatusOr<auth::Caller> CallerOfToken(absl::string_view token, absl::Time /*until*/) {
  auth::Caller caller{.role = access::v1::ROLE_STAFF, .person = std::string(token)};
  if (token == "admin" || token == "volunteer") {
    caller.role = token == "admin" ? access::v1::ROLE_ADMIN : access::v1::ROLE_VOLUNTEER;
    return caller;
  }
  caller.demo = absl::ConsumePrefix(&token, "demo ");
  if (!caller.demo && !absl::ConsumePrefix(&token, "staff ")) {
    return absl::UnauthenticatedError("no such session");
  }
  caller.organization = std::string(token);
  return caller;
}

// "field REASON" of each violation of a refused call.
template <typename T>
std::vector<std::string> Refused(const absl::StatusOr<T>& result) {
  std::vector<std::string> told;
  for (const Violation& each : ViolationsOf(result.status())) {
    told.push_back(absl::StrCat(each.field, " ", each.reason));
  }
  return told;
}

// The whole service over an in-process channel, on a database of its own, with the directory of
// tests/support and a clock that the test sets.
class VolunteersTest : public testing::Test {
 protected:
  using Stub = v1::VolunteersService::Stub;
  static constexpr char kAdmin[] = "admin";
  static constexpr char kO1[] = "staff o1";
  static constexpr char kO2[] = "staff o2";

  // Calls with the session of `token` ("" for nobody).
  template <typename Request, typename Response>
  absl::StatusOr<Response> Call(grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                                             Response*),
                                const Request& request, const std::string& token = "") {
    return clients::Call(*stub_, method, request,
                         {.authorization = clients::BearerCredential(token), .deadline = Soon()});
  }

  // AMission as its organization writes it.
  static v1::CreateMissionRequest ACreation() {
    v1::CreateMissionRequest request;
    *request.mutable_mission() = ToProto(AMission());
    request.set_request_id(NewUuid());
    return request;
  }
  v1::Mission ADraft(const std::string& token = kO1) {
    const auto created = Call(&Stub::CreateMission, ACreation(), token);
    EXPECT_THAT(created, IsOk());
    return created.value_or(v1::Mission());
  }
  v1::Mission APublished(const v1::CreateMissionRequest& creation, const std::string& token = kO1) {
    const auto created = Call(&Stub::CreateMission, creation, token);
    EXPECT_THAT(created, IsOk());
    EXPECT_THAT(Do(&Stub::SubmitMission, created->name(), token), IsOk());
    const auto published = Do(&Stub::PublishMission, created->name(), kAdmin);
    EXPECT_THAT(published, IsOk());
    return published.value_or(v1::Mission());
  }

  // The verb on `name`, with a reason where there is one.
  template <typename Request>
  absl::StatusOr<v1::Mission> Do(grpc::Status (Stub::*verb)(grpc::ClientContext*, const Request&,
                                                            v1::Mission*),
                                 const std::string& name, const std::string& token,
                                 const std::string& etag = "") {
    Request request;
    request.set_name(name);
    request.set_etag(etag);
    request.set_request_id(NewUuid());
    if constexpr (requires { request.set_reason(""); }) request.set_reason("salle fermée");
    return Call(verb, request, token);
  }

  absl::StatusOr<v1::Mission> Get(const std::string& name, const std::string& token = "") {
    v1::GetMissionRequest request;
    request.set_name(name);
    return Call(&Stub::GetMission, request, token);
  }

  // Titles that a list gives, page by page, each page of `page_size`.
  template <typename Request, typename Response>
  std::vector<std::string> Titles(grpc::Status (Stub::*list)(grpc::ClientContext*, const Request&,
                                                             Response*),
                                  Request request, const std::string& token = "") {
    std::vector<std::string> titles;
    for (int pages = 0; pages < 10; ++pages) {
      const auto page = Call(list, request, token);
      EXPECT_THAT(page, IsOk());
      if (!page.ok()) return {"failed"};
      for (const v1::Mission& mission : page->missions()) titles.push_back(mission.title());
      if (page->next_page_token().empty()) return titles;
      request.set_page_token(page->next_page_token());
    }
    return {"endless"};
  }

  absl::Time Now() const { return absl::FromUnixSeconds(now_); }
  void Pass(absl::Duration time) { now_ += absl::ToInt64Seconds(time); }

  std::atomic<std::int64_t> now_{absl::ToUnixSeconds(kNow)};
  const TestDatabase database_{{PlatformTables("volunteers"),
                                {.schema = "volunteers",
                                 .series = "volunteers",
                                 .scripts = volunteers_migrations::Files()}}};
  const std::unique_ptr<pg::Pool> pool_ = database_.NewPool("volunteers");
  const auth::TrackingCodes codes_{auth::TrackingCodes::Key{7}};
  const auth::Authenticator authenticator_{CallerOfToken, codes_};
  const auth::AccessTable access_ =
      *auth::AccessTable::Of({"entraide.volunteers.v1.VolunteersService"});
  telemetry::Metrics metrics_{};
  const rpc::Gate gate_{authenticator_, access_, metrics_, [this] { return Now(); }};
  FakeDirectory directory_{};
  const std::unique_ptr<server::GrpcServer> outside_ =
      *server::GrpcServer::Start({}, {&directory_});
  clients::DirectoryClient directory_client_{outside_->InProcessChannel(), "volunteers"};
  VolunteersService service_{gate_, *pool_, directory_client_};
  const std::unique_ptr<server::GrpcServer> inside_ = *server::GrpcServer::Start({}, {&service_});
  const std::unique_ptr<Stub> stub_ = v1::VolunteersService::NewStub(inside_->InProcessChannel());
};

}  // namespace entraide::volunteers
