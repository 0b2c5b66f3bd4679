// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "gate_testing.pb.h"
#include "services/platform/auth/access.h"
#include "tests/support/status_matchers.h"

namespace entraide::auth {
namespace {

constexpr char kOpen[] = "/entraide.testing.v1.DeclaredService/Open";
constexpr char kStaff[] = "/entraide.testing.v1.DeclaredService/Staff";
constexpr char kMatch[] = "/entraide.testing.v1.DeclaredService/Match";

AccessTable Table() {
  testing::v1::TextRequest::descriptor();  // Keeps the test's protos linked.
  return *AccessTable::Of({"entraide.testing.v1.DeclaredService", "grpc.health.v1.Health",
                           "grpc.reflection.v1alpha.ServerReflection"});
}

TEST(AccessTable, RefusesAServiceWhoseCallDoesNotSayWhoMayCallIt) {
  const auto table = AccessTable::Of({"entraide.testing.v1.UndeclaredService"});
  EXPECT_THAT(table, HasReason("ACCESS_UNDECLARED"));
  EXPECT_THAT(table.status().message(),
              ::testing::HasSubstr("entraide.testing.v1.UndeclaredService.Open"));
}

TEST(AccessTable, RefusesAServiceThatNobodyDescribed) {
  EXPECT_THAT(AccessTable::Of({"entraide.testing.v1.Nowhere"}), HasReason("ACCESS_UNDECLARED"));
}

TEST(AccessTable, LetsAnybodyCallWhatIsOpen) {
  EXPECT_THAT(Table().Check(kOpen, Caller{}), IsOk());
  EXPECT_THAT(Table().Check(kOpen, Caller{.role = access::v1::ROLE_OFFICIAL}), IsOk());
}

TEST(AccessTable, AsksForACredentialThenForARole) {
  EXPECT_THAT(Table().Check(kStaff, Caller{}), HasReason("CREDENTIAL_MISSING"));
  EXPECT_THAT(Table().Check(kStaff, Caller{.role = access::v1::ROLE_OFFICIAL}),
              HasReason("ROLE_FORBIDS"));
  for (const auto role : {access::v1::ROLE_ADMIN, access::v1::ROLE_STAFF, access::v1::ROLE_CODE}) {
    EXPECT_THAT(Table().Check(kStaff, Caller{.role = role}), IsOk());
  }
}

TEST(AccessTable, KeepsCallsBetweenServicesToTheServicesNamed) {
  EXPECT_THAT(Table().Check(kMatch, Caller{.service = "rides"}), IsOk());
  EXPECT_THAT(Table().Check(kMatch, Caller{.service = "gateway"}), HasReason("ROLE_FORBIDS"));
  EXPECT_THAT(Table().Check(kMatch, Caller{.role = access::v1::ROLE_ADMIN}),
              HasReason("ROLE_FORBIDS"));
  EXPECT_THAT(Table().Check(kStaff, Caller{.service = "rides"}), HasReason("CREDENTIAL_MISSING"));
}

TEST(AccessTable, RefusesACallThatItDoesNotKnow) {
  EXPECT_THAT(Table().Check("/entraide.testing.v1.DeclaredService/Nope", Caller{}),
              HasReason("ACCESS_UNDECLARED"));
}

}  // namespace
}  // namespace entraide::auth
