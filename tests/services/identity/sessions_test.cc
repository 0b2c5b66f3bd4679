// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/sessions.h"

#include <gmock/gmock.h>

#include "tests/services/identity/identity_fixture.h"
#include "tests/support/status_matchers.h"

namespace entraide::identity {
namespace {

constexpr char kJeanne[] = "jeanne@exemple.fr";

class SessionsTest : public IdentityTest {
 protected:
  SessionsTest()
      : grant_(AGrant(kJeanne, access::v1::ROLE_STAFF, "garage").name()), token_(SignIn(kJeanne)) {}

  const std::string grant_;
  const std::string token_;
};

TEST_F(SessionsTest, ASessionEndsAfterHalfAnHourWithoutUse) {
  Pass(absl::Minutes(29));
  EXPECT_THAT(GetSession(token_), IsOk());
  Pass(absl::Minutes(29));
  EXPECT_THAT(GetSession(token_), IsOk());
  Pass(absl::Minutes(30));
  EXPECT_THAT(GetSession(token_), HasReason("CREDENTIAL_INVALID"));
}

TEST_F(SessionsTest, ASessionEndsAfterTwelveHoursOfUse) {
  for (int i = 0; i < 12 * 3 - 1; ++i) {
    Pass(absl::Minutes(20));
    ASSERT_THAT(GetSession(token_), IsOk()) << i;
  }
  Pass(absl::Minutes(20));
  EXPECT_THAT(GetSession(token_), HasReason("CREDENTIAL_INVALID"));
}

TEST_F(SessionsTest, LoggingOutEndsTheSessionAtOnce) {
  ASSERT_THAT(GetSession(token_), IsOk());
  ASSERT_THAT(Logout(token_), IsOk());
  EXPECT_THAT(GetSession(token_), HasReason("CREDENTIAL_INVALID"));
}

TEST_F(SessionsTest, TakingARoleBackEndsItsSessionsAtOnceHere) {
  ASSERT_THAT(GetSession(token_), IsOk());
  ASSERT_THAT(Revoke(Operator(), grant_), IsOk());
  EXPECT_THAT(GetSession(token_), HasReason("CREDENTIAL_INVALID"));
}

TEST_F(SessionsTest, TakingARoleBackEndsItsSessionsElsewhereWithinFiveSeconds) {
  Sessions elsewhere(
      *pool_, [this] { return Now(); }, DemoGrants::kOpen);
  ASSERT_THAT(elsewhere.Lookup(token_, Soon()), IsOk());
  ASSERT_THAT(Revoke(Operator(), grant_), IsOk());
  Pass(absl::Seconds(5));
  EXPECT_TRUE(absl::IsUnauthenticated(elsewhere.Lookup(token_, Soon()).status()));
}

TEST_F(SessionsTest, ALookupIsRememberedAndNeedsNoDatabase) {
  ASSERT_THAT(sessions_.Lookup(token_, Soon()), IsOk());
  EXPECT_THAT(sessions_.Lookup(token_, absl::InfinitePast()), IsOk());
  Pass(absl::Seconds(5));
  EXPECT_FALSE(sessions_.Lookup(token_, absl::InfinitePast()).ok());
}

TEST_F(SessionsTest, TheDatabaseHoldsNoToken) {
  EXPECT_EQ(Count("SELECT count(*) FROM session WHERE length(token_hash) <> 32"), 0);
  EXPECT_FALSE(sessions_.Lookup("", Soon()).ok());
}

TEST_F(SessionsTest, ASessionOfTheDemonstrationEndsWhereThereIsNone) {
  v1::GrantRoleRequest request;
  request.set_email("demo@exemple.fr");
  request.set_role(access::v1::ROLE_ADMIN);
  request.set_demo(true);
  ASSERT_THAT(Grant(Operator(), request), IsOk());
  const std::string token = SignIn("demo@exemple.fr");
  ASSERT_THAT(GetSession(token), IsOk());
  EXPECT_TRUE(GetSession(token)->demo());
  EXPECT_TRUE(sessions_.Lookup(token, Soon())->demo);
  Sessions without_demo(
      *pool_, [this] { return Now(); }, DemoGrants::kRefused);
  EXPECT_TRUE(absl::IsUnauthenticated(without_demo.Lookup(token, Soon()).status()));
}

}  // namespace
}  // namespace entraide::identity
