// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/domain/grant.h"

#include <gmock/gmock.h>

#include <vector>

#include "tests/support/status_matchers.h"

namespace entraide::identity {
namespace {

Grant AStaffGrant() { return {.role = Role::kStaff, .organization = "garage"}; }
Granter TheCoordinator() { return {.role = Role::kCoordinator, .organization = "garage"}; }

TEST(CheckGrant, WantsAnOrganizationForItsMembersOnly) {
  EXPECT_THAT(CheckGrant(AStaffGrant()), IsOk());
  EXPECT_THAT(CheckGrant({.role = Role::kStaff}), HasReason("FIELDS_INVALID"));
  EXPECT_THAT(CheckGrant({.role = Role::kStaff, .organization = "Ga rage"}),
              HasReason("FIELDS_INVALID"));
  EXPECT_THAT(CheckGrant({.role = Role::kAdmin, .organization = "garage"}),
              HasReason("FIELDS_INVALID"));
}

TEST(CheckGrant, WantsASirenForOfficialsOnly) {
  EXPECT_THAT(CheckGrant({.role = Role::kOfficial, .epci_siren = "200069672"}), IsOk());
  EXPECT_THAT(CheckGrant({.role = Role::kOfficial}), HasReason("FIELDS_INVALID"));
  EXPECT_THAT(CheckGrant({.role = Role::kOfficial, .epci_siren = "20006967a"}),
              HasReason("FIELDS_INVALID"));
  EXPECT_THAT(CheckGrant({.role = Role::kAdmin, .epci_siren = "200069672"}),
              HasReason("FIELDS_INVALID"));
}

TEST(CheckGranter, LetsAnOperatorGrantEverything) {
  EXPECT_THAT(CheckGranter({.role = Role::kAdmin}, {.role = Role::kAdmin}), IsOk());
  EXPECT_THAT(CheckGranter({.role = Role::kAdmin}, {.role = Role::kOfficial, .demo = true}),
              IsOk());
}

TEST(CheckGranter, LetsACoordinatorGrantUpToTheirOwnRoleInTheirOwnOrganization) {
  Grant grant = AStaffGrant();
  EXPECT_THAT(CheckGranter(TheCoordinator(), grant), IsOk());
  grant.role = Role::kCoordinator;
  EXPECT_THAT(CheckGranter(TheCoordinator(), grant), IsOk());
  grant.organization = "another";
  EXPECT_THAT(CheckGranter(TheCoordinator(), grant), HasReason("ROLE_FORBIDS"));
  EXPECT_THAT(CheckGranter(TheCoordinator(), {.role = Role::kAdmin}), HasReason("ROLE_FORBIDS"));
  EXPECT_THAT(CheckGranter(TheCoordinator(), {.role = Role::kOfficial}), HasReason("ROLE_FORBIDS"));
}

TEST(CheckGranter, KeepsTheDemonstrationApart) {
  Grant grant = AStaffGrant();
  Granter granter = TheCoordinator();
  grant.demo = true;
  EXPECT_THAT(CheckGranter(granter, grant), HasReason("ROLE_FORBIDS"));
  granter.demo = true;
  EXPECT_THAT(CheckGranter(granter, grant), IsOk());
  grant.demo = false;
  EXPECT_THAT(CheckGranter(granter, grant), HasReason("ROLE_FORBIDS"));
}

TEST(CheckGranter, RefusesStaff) {
  EXPECT_THAT(CheckGranter({.role = Role::kStaff, .organization = "garage"}, AStaffGrant()),
              HasReason("ROLE_FORBIDS"));
}

TEST(Highest, TakesTheHighestRoleAndOfTwoTheLast) {
  const std::vector<Grant> grants = {{.role = Role::kStaff, .organization = "one"},
                                     {.role = Role::kCoordinator, .organization = "two"},
                                     {.role = Role::kCoordinator, .organization = "three"},
                                     {.role = Role::kVolunteer, .organization = "four"}};
  ASSERT_NE(Highest(grants, DemoGrants::kRefused), nullptr);
  EXPECT_EQ(Highest(grants, DemoGrants::kRefused)->organization, "three");
}

TEST(Highest, LeavesTheDemonstrationOutWhereThereIsNone) {
  const std::vector<Grant> grants = {{.role = Role::kVolunteer, .organization = "real"},
                                     {.role = Role::kAdmin, .demo = true}};
  EXPECT_EQ(Highest(grants, DemoGrants::kOpen)->role, Role::kAdmin);
  EXPECT_EQ(Highest(grants, DemoGrants::kRefused)->role, Role::kVolunteer);
  EXPECT_EQ(Highest({grants[1]}, DemoGrants::kRefused), nullptr);
  EXPECT_EQ(Highest({}, DemoGrants::kOpen), nullptr);
}

}  // namespace
}  // namespace entraide::identity
