// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "services/identity/store/sweep_store.h"
#include "tests/services/identity/identity_fixture.h"
#include "tests/support/status_matchers.h"

namespace entraide::identity {
namespace {

class SweepTest : public IdentityTest {
 protected:
  void SweepNow() {
    auto tx = pg::Transaction::Begin(*pool_, Soon());
    ASSERT_THAT(tx, IsOk());
    ASSERT_THAT(Sweep(*tx, Now()), IsOk());
    ASSERT_THAT(tx->Commit(), IsOk());
  }
};

TEST_F(SweepTest, KeepsWhatLives) {
  AGrant("jeanne@exemple.fr", access::v1::ROLE_STAFF, "garage");
  const std::string token = SignIn("jeanne@exemple.fr");
  ASSERT_THAT(AskCode("personne@exemple.fr"), IsOk());
  SweepNow();
  EXPECT_THAT(GetSession(token), IsOk());
  EXPECT_EQ(Count("SELECT count(*) FROM magic_link"), 1);
  EXPECT_EQ(Count("SELECT count(*) FROM mail_quota"), 2);
}

TEST_F(SweepTest, DeletesWhatHasEndedAndWhoHasNoRoleLeft) {
  const v1::Grant grant = AGrant("jeanne@exemple.fr", access::v1::ROLE_STAFF, "garage");
  SignIn("jeanne@exemple.fr");
  ASSERT_THAT(AskCode("jeanne@exemple.fr"), IsOk());
  ASSERT_THAT(Revoke(Operator(), grant.name()), IsOk());
  Pass(absl::Hours(13));
  SweepNow();
  EXPECT_EQ(Count("SELECT count(*) FROM magic_link"), 0);
  EXPECT_EQ(Count("SELECT count(*) FROM mail_quota"), 0);
  EXPECT_EQ(Count("SELECT count(*) FROM session"), 0);
  EXPECT_EQ(Count("SELECT count(*) FROM person WHERE email IS NOT NULL"), 0);
  EXPECT_EQ(Count("SELECT count(*) FROM person"), 1);  // The built-in operator stays.
}

}  // namespace
}  // namespace entraide::identity
