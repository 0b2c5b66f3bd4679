// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "absl/time/clock.h"
#include "gate_testing.grpc.pb.h"
#include "services/platform/base/violations.h"
#include "services/platform/rpc/gate.h"
#include "services/platform/rpc/status.h"
#include "tests/support/status_matchers.h"

namespace entraide::rpc {
namespace {

using testing::v1::TextRequest;

const absl::Time kNow = absl::FromUnixSeconds(1'800'000'000);
constexpr char kStaff[] = "/entraide.testing.v1.DeclaredService/Staff";

absl::StatusOr<auth::Caller> OneSession(absl::string_view token, absl::Time) {
  if (token != "good") return absl::UnauthenticatedError("no");
  return auth::Caller{.role = access::v1::ROLE_STAFF, .person = "p1", .organization = "o1"};
}

// Answers with the gate's word.
class Behind final : public testing::v1::DeclaredService::Service {
 public:
  explicit Behind(const Gate& gate) : gate_(gate) {}
  grpc::Status Staff(grpc::ServerContext* context, const TextRequest* request,
                     TextRequest* /*response*/) override {
    admitted = gate_.Admit(*context, kStaff, *request);
    gate_.Finish(kStaff, admitted.ok() ? admitted->caller : auth::Caller{}, admitted.status(),
                 absl::Milliseconds(4));
    return ToGrpc(admitted.status());
  }
  absl::StatusOr<Call> admitted = absl::UnknownError("never called");

 private:
  const Gate& gate_;
};

class GateTest : public ::testing::Test {
 protected:
  void SetUp() override {
    grpc::ServerBuilder builder;
    builder.RegisterService(&behind_);
    server_ = builder.BuildAndStart();
    stub_ = testing::v1::DeclaredService::NewStub(server_->InProcessChannel({}));
    context_.set_deadline(absl::ToChronoTime(absl::Now() + absl::Seconds(10)));
  }

  absl::Status Ask(const std::string& authorization, const TextRequest& request = {}) {
    if (!authorization.empty()) context_.AddMetadata("authorization", authorization);
    TextRequest response;
    return FromGrpc(stub_->Staff(&context_, request, &response));
  }

  const auth::TrackingCodes codes_{auth::TrackingCodes::Key{7}};
  const auth::Authenticator authenticator_{OneSession, codes_};
  const auth::AccessTable access_ = *auth::AccessTable::Of({"entraide.testing.v1.DeclaredService"});
  telemetry::Metrics metrics_{};
  const Gate gate_{authenticator_, access_, metrics_, [] { return kNow; }};
  Behind behind_{gate_};
  std::unique_ptr<grpc::Server> server_{};
  std::unique_ptr<testing::v1::DeclaredService::Stub> stub_{};
  grpc::ClientContext context_{};
};

TEST_F(GateTest, AdmitsACallerWithTheRoleAndKeeps20MillisecondsForTheWayBack) {
  ASSERT_THAT(Ask("Bearer good"), IsOk());
  const Call& call = *behind_.admitted;
  EXPECT_EQ(call.caller.person, "p1");
  EXPECT_EQ(call.now, kNow);
  EXPECT_LE(call.deadline, absl::FromChrono(context_.deadline()) - absl::Milliseconds(10));
}

TEST_F(GateTest, AsksForCredentials) { EXPECT_THAT(Ask(""), HasReason("CREDENTIAL_MISSING")); }

TEST_F(GateTest, RefusesABadCredential) {
  EXPECT_THAT(Ask("Bearer bad"), HasReason("CREDENTIAL_INVALID"));
}

TEST_F(GateTest, ReadsTheCallingService) {
  context_.AddMetadata("x-entraide-service", "gateway");
  ASSERT_THAT(Ask("Bearer good"), IsOk());
  EXPECT_EQ(behind_.admitted->caller.service, "gateway");
}

TEST_F(GateTest, RefusesACallWithoutADeadline) {
  context_.set_deadline(std::chrono::system_clock::time_point::max());
  EXPECT_THAT(Ask("Bearer good"), HasReason("DEADLINE_MISSING"));
}

TEST_F(GateTest, RefusesACallThatHasUnder100MillisecondsLeft) {
  context_.set_deadline(absl::ToChronoTime(absl::Now() + absl::Milliseconds(90)));
  EXPECT_EQ(Ask("Bearer good").code(), absl::StatusCode::kDeadlineExceeded);
}

TEST_F(GateTest, NamesEveryFieldThatHoldsANulByte) {
  const std::string nul("a\0b", 3);
  TextRequest request;
  request.set_plain("fine é");
  request.set_raw(nul);  // Bytes are no text.
  request.add_many("fine");
  request.add_many(nul);
  request.mutable_inner()->set_plain(nul);
  request.add_list()->add_many(nul);
  (*request.mutable_by_name())["key"] = nul;
  const absl::Status refused = Ask("Bearer good", request);
  EXPECT_THAT(refused, HasReason("FIELDS_INVALID"));
  std::vector<std::string> paths;
  for (const Violation& violation : ViolationsOf(refused)) paths.push_back(violation.field);
  EXPECT_THAT(paths, ::testing::UnorderedElementsAre("many[1]", "inner.plain", "list[0].many[0]",
                                                     "by_name[0].value"));
}

TEST_F(GateTest, LogsAndCountsWithoutTheBody) {
  TextRequest request;
  request.set_plain("jeanne@example.org");
  ::testing::internal::CaptureStderr();
  ASSERT_THAT(Ask("Bearer good", request), IsOk());
  const std::string log = ::testing::internal::GetCapturedStderr();
  EXPECT_THAT(log, ::testing::HasSubstr("\"principal\":\"person:p1:5:o1\""));
  EXPECT_THAT(log, ::testing::HasSubstr("\"code\":\"OK\""));
  EXPECT_THAT(log, ::testing::Not(::testing::HasSubstr("jeanne")));
  EXPECT_THAT(log, ::testing::Not(::testing::HasSubstr("good")));
  EXPECT_THAT(metrics_.Render(), ::testing::HasSubstr("entraide_calls_total{code=\"OK\""));
}

}  // namespace
}  // namespace entraide::rpc
