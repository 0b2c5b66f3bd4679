// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/convert.h"

#include <gmock/gmock.h>

#include "services/platform/base/violations.h"
#include "tests/support/status_matchers.h"

namespace entraide::identity {
namespace {

v1::GrantRoleRequest AStaffRequest() {
  v1::GrantRoleRequest request;
  request.set_role(access::v1::ROLE_STAFF);
  request.set_organization("organizations/garage");
  return request;
}

TEST(ParseGrant, ReadsRoleOrganizationAndDemo) {
  v1::GrantRoleRequest request = AStaffRequest();
  request.set_demo(true);
  const auto grant = ParseGrant(request);
  ASSERT_THAT(grant, IsOk());
  EXPECT_EQ(grant->role, Role::kStaff);
  EXPECT_EQ(grant->organization, "garage");
  EXPECT_TRUE(grant->demo);
}

TEST(ParseGrant, RefusesRolesThatNobodySignsInWith) {
  for (const auto role :
       {access::v1::ROLE_UNSPECIFIED, access::v1::ROLE_ANON, access::v1::ROLE_CODE}) {
    v1::GrantRoleRequest request = AStaffRequest();
    request.set_role(role);
    EXPECT_THAT(ParseGrant(request), HasReason("FIELDS_INVALID"));
  }
}

TEST(ParseGrant, NamesTheFieldThatIsWrong) {
  v1::GrantRoleRequest request = AStaffRequest();
  request.set_organization("garage");
  const auto violations = ViolationsOf(ParseGrant(request).status());
  ASSERT_EQ(violations.size(), 1U);
  EXPECT_EQ(violations[0].field, "organization");
}

TEST(ToProto, NamesAGrantAndItsOrganization) {
  const v1::Grant proto =
      ToProto(Grant{.id = GrantId("g1"), .role = Role::kCoordinator, .organization = "garage"});
  EXPECT_EQ(proto.name(), "grants/g1");
  EXPECT_EQ(proto.organization(), "organizations/garage");
  EXPECT_EQ(proto.role(), access::v1::ROLE_COORDINATOR);
}

TEST(ParseGrantName, WantsAUuid) {
  EXPECT_THAT(ParseGrantName("grants/3f2b1c9e-7a64-4a52-9d1e-5d5f0f1f2a10"), IsOk());
  EXPECT_THAT(ParseGrantName("grants/x"), HasReason("FIELDS_INVALID"));
  EXPECT_THAT(ParseGrantName("3f2b1c9e-7a64-4a52-9d1e-5d5f0f1f2a10"), HasReason("FIELDS_INVALID"));
}

}  // namespace
}  // namespace entraide::identity
