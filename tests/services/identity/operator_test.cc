// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "services/identity/identity.h"
#include "services/identity/operator_token.h"
#include "services/platform/mail/file_sender.h"
#include "tests/services/identity/identity_fixture.h"
#include "tests/support/status_matchers.h"

namespace entraide::identity {
namespace {

class OperatorTest : public IdentityTest {
 protected:
  void SetUp() override {
    std::string pattern = "/tmp/entraide-stateXXXXXX";
    state_ = mkdtemp(pattern.data());
  }
  void TearDown() override { std::filesystem::remove_all(state_); }

  std::string Token() const {
    std::string token;
    std::ifstream(state_ + "/operator.token") >> token;
    return token;
  }

  std::string state_{};
};

TEST_F(OperatorTest, HasATokenThatOpensEverythingWhileTheHouseRuns) {
  OperatorToken token(*pool_, state_ + "/operator.token");
  ASSERT_THAT(token.Renew(Now()), IsOk());
  struct stat found {};
  ASSERT_EQ(stat((state_ + "/operator.token").c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777U, 0600U);
  const auto session = GetSession(Token());
  ASSERT_THAT(session, IsOk());
  EXPECT_EQ(session->role(), access::v1::ROLE_ADMIN);
  EXPECT_FALSE(session->demo());
}

TEST_F(OperatorTest, TheTokenIsRenewedAtHalfItsLifeAndNeverIdle) {
  OperatorToken token(*pool_, state_ + "/operator.token");
  ASSERT_THAT(token.Renew(Now()), IsOk());
  const std::string first = Token();
  Pass(absl::Hours(5));
  EXPECT_EQ(*token.Renew(Now()), 0);
  EXPECT_EQ(Token(), first);
  Pass(absl::Hours(1));
  EXPECT_EQ(*token.Renew(Now()), 1);
  EXPECT_NE(Token(), first);
  EXPECT_THAT(GetSession(first), IsOk());  // Who read it just before goes on.
  Pass(absl::Hours(6));
  EXPECT_THAT(GetSession(first), HasReason("CREDENTIAL_INVALID"));
  EXPECT_THAT(GetSession(Token()), IsOk());
}

// The parts as a program puts them together, workers included.
TEST_F(OperatorTest, AHouseWithoutARelayMailsIntoItsFolder) {
  const Settings settings{
      .state_dir = state_, .base_url = "https://entraide.example", .demo = DemoGrants::kOpen};
  const auto identity =
      Identity::Open(settings, mail::FileSender(state_ + "/mail", "entraide@exemple.fr"), *pool_,
                     metrics_, [this] { return Now(); });
  ASSERT_THAT(identity, IsOk());
  ASSERT_THAT((*identity)->Lookup()(Token(), Soon()), IsOk());
  AGrant("jeanne@exemple.fr", access::v1::ROLE_STAFF, "garage");
  (*identity)->Serve(gate_);
  ASSERT_THAT(AskCode("jeanne@exemple.fr"), IsOk());
  const auto mailed = [this] {
    return std::filesystem::exists(state_ + "/mail") &&
           !std::filesystem::is_empty(state_ + "/mail");
  };
  const absl::Time end = Soon();
  while (!mailed() && absl::Now() < end) std::this_thread::yield();
  EXPECT_TRUE(mailed());
}

}  // namespace
}  // namespace entraide::identity
