// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "services/platform/base/uuid.h"
#include "tests/services/identity/identity_fixture.h"
#include "tests/support/status_matchers.h"

namespace entraide::identity {
namespace {

constexpr char kJeanne[] = "jeanne@exemple.fr";
constexpr char kCora[] = "cora@exemple.fr";

class GrantsTest : public IdentityTest {
 protected:
  static v1::GrantRoleRequest AStaffRequest(const std::string& organization) {
    v1::GrantRoleRequest request;
    request.set_email(kJeanne);
    request.set_role(access::v1::ROLE_STAFF);
    request.set_organization("organizations/" + organization);
    return request;
  }
  std::string TheCoordinator() {
    AGrant(kCora, access::v1::ROLE_COORDINATOR, "garage");
    return SignIn(kCora);
  }
};

TEST_F(GrantsTest, NobodyGrantsWithoutASession) {
  EXPECT_THAT(Grant("", AStaffRequest("garage")), HasReason("CREDENTIAL_MISSING"));
}

TEST_F(GrantsTest, StaffGrantNothing) {
  AGrant(kJeanne, access::v1::ROLE_STAFF, "garage");
  EXPECT_THAT(Grant(SignIn(kJeanne), AStaffRequest("garage")), HasReason("ROLE_FORBIDS"));
}

TEST_F(GrantsTest, ACoordinatorGrantsInTheirOwnOrganizationOnly) {
  const std::string cora = TheCoordinator();
  EXPECT_THAT(Grant(cora, AStaffRequest("garage")), IsOk());
  EXPECT_THAT(Grant(cora, AStaffRequest("another")), HasReason("ROLE_FORBIDS"));
  v1::GrantRoleRequest demo = AStaffRequest("garage");
  demo.set_demo(true);
  EXPECT_THAT(Grant(cora, demo), HasReason("ROLE_FORBIDS"));
  v1::GrantRoleRequest admin;
  admin.set_email(kJeanne);
  admin.set_role(access::v1::ROLE_ADMIN);
  EXPECT_THAT(Grant(cora, admin), HasReason("ROLE_FORBIDS"));
}

TEST_F(GrantsTest, TheSameGrantTwiceIsOneGrant) {
  const std::string boss = Operator();
  const auto first = Grant(boss, AStaffRequest("garage"));
  const auto second = Grant(boss, AStaffRequest("garage"));
  ASSERT_THAT(first, IsOk());
  ASSERT_THAT(second, IsOk());
  EXPECT_EQ(first->name(), second->name());
}

TEST_F(GrantsTest, AnOfficialHasAnEpci) {
  v1::GrantRoleRequest request;
  request.set_email("maire@exemple.fr");
  request.set_role(access::v1::ROLE_OFFICIAL);
  const std::string boss = Operator();
  EXPECT_THAT(Grant(boss, request), HasReason("FIELDS_INVALID"));
  request.set_epci_siren("200069672");
  ASSERT_THAT(Grant(boss, request), IsOk());
  const auto session = GetSession(SignIn("maire@exemple.fr"));
  ASSERT_THAT(session, IsOk());
  EXPECT_EQ(session->epci_siren(), "200069672");
}

TEST_F(GrantsTest, ThePersonWithSeveralRolesGetsTheHighest) {
  AGrant(kJeanne, access::v1::ROLE_COORDINATOR, "garage");
  AGrant(kJeanne, access::v1::ROLE_VOLUNTEER, "another");
  EXPECT_EQ(GetSession(SignIn(kJeanne))->role(), access::v1::ROLE_COORDINATOR);
}

TEST_F(GrantsTest, WhoLostEveryRoleGetsNoMoreMail) {
  const v1::Grant grant = AGrant(kJeanne, access::v1::ROLE_STAFF, "garage");
  ASSERT_THAT(Revoke(Operator(), grant.name()), IsOk());
  EXPECT_THAT(AskCode(kJeanne), IsOk());
  EXPECT_EQ(SendMails(), 0);
}

TEST_F(GrantsTest, AGrantOfAnotherOrganizationLooksLikeNone) {
  const v1::Grant theirs = AGrant(kJeanne, access::v1::ROLE_STAFF, "another");
  const std::string cora = TheCoordinator();
  const absl::Status forbidden = Revoke(cora, theirs.name());
  EXPECT_TRUE(absl::IsNotFound(forbidden));
  EXPECT_EQ(forbidden, Revoke(cora, "grants/" + NewUuid()));
  EXPECT_THAT(GetSession(SignIn(kJeanne)), IsOk());
}

TEST_F(GrantsTest, TheBuiltInOperatorCannotBeRevoked) {
  const std::string boss = Operator();
  EXPECT_TRUE(absl::IsNotFound(Revoke(boss, "grants/00000000-0000-4000-8000-000000000001")));
  EXPECT_THAT(GetSession(boss), IsOk());
}

}  // namespace
}  // namespace entraide::identity
