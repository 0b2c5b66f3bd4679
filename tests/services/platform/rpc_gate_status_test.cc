// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <grpcpp/support/error_details.h>

#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "services/platform/base/violations.h"
#include "services/platform/rpc/status.h"
#include "tests/support/status_matchers.h"

namespace entraide::rpc {
namespace {

google::rpc::Status RichOf(const grpc::Status& status) {
  google::rpc::Status rich;
  grpc::ExtractErrorDetails(status, &rich);
  return rich;
}

TEST(ToGrpc, CarriesTheReason) {
  const grpc::Status status =
      ToGrpc(WithReason(absl::FailedPreconditionError("it is taken"), "RIDE_TAKEN"));
  EXPECT_EQ(status.error_code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(status.error_message(), "it is taken");
  google::rpc::ErrorInfo info;
  ASSERT_EQ(RichOf(status).details_size(), 1);
  ASSERT_TRUE(RichOf(status).details(0).UnpackTo(&info));
  EXPECT_EQ(info.reason(), "RIDE_TAKEN");
  EXPECT_EQ(info.domain(), "entraide");
}

TEST(ToGrpc, CarriesEveryViolation) {
  Violations violations;
  violations.Add("email", "REQUIRED", "an address");
  violations.Add("role", "UNKNOWN_VALUE", "a role");
  google::rpc::BadRequest bad;
  const google::rpc::Status rich = RichOf(ToGrpc(violations.ToStatus()));
  ASSERT_EQ(rich.details_size(), 2);
  ASSERT_TRUE(rich.details(1).UnpackTo(&bad));
  ASSERT_EQ(bad.field_violations_size(), 2);
  EXPECT_EQ(bad.field_violations(1).field(), "role");
  EXPECT_EQ(bad.field_violations(1).reason(), "UNKNOWN_VALUE");
}

TEST(ToGrpc, KeepsTheDetailOfOurBugsToTheLog) {
  for (const absl::Status& bug : {absl::InternalError("secret"), absl::UnknownError("secret"),
                                  absl::DataLossError("secret")}) {
    const grpc::Status status = ToGrpc(bug);
    EXPECT_EQ(status.error_code(), grpc::StatusCode::INTERNAL);
    EXPECT_EQ(status.error_message(), "internal error");
    EXPECT_THAT(status.error_details(), testing::Not(testing::HasSubstr("secret")));
  }
}

TEST(FromGrpc, GivesBackWhatWasSent) {
  const absl::Status sent = WithReason(absl::AbortedError("stale"), "ETAG_STALE");
  EXPECT_EQ(FromGrpc(ToGrpc(sent)), sent);
  const absl::Status fields = InvalidField("email", "MALFORMED", "an address");
  EXPECT_EQ(FromGrpc(ToGrpc(fields)), fields);
  EXPECT_EQ(ViolationsOf(FromGrpc(ToGrpc(fields))).front().field, "email");
  EXPECT_THAT(FromGrpc(ToGrpc(absl::OkStatus())), IsOk());
}

TEST(FromGrpc, UnderstandsAServerThatIsNotOurs) {
  const absl::Status status = FromGrpc(grpc::Status(grpc::StatusCode::UNAVAILABLE, "connecting"));
  EXPECT_EQ(status, absl::UnavailableError("connecting"));
}

TEST(FromGrpc, KeepsTheReasonOfItsOwnBesideTheViolations) {
  const absl::Status status =
      WithReason(InvalidField("rows[line 3]", "MALFORMED", "a row"), "IMPORT_INVALID");
  const absl::Status back = FromGrpc(ToGrpc(status));
  EXPECT_THAT(back, HasReason("IMPORT_INVALID"));
  EXPECT_EQ(ViolationsOf(back).size(), 1);
}

}  // namespace
}  // namespace entraide::rpc
