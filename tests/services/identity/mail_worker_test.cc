// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/mail_worker.h"

#include <gmock/gmock.h>

#include "tests/services/identity/identity_fixture.h"
#include "tests/support/status_matchers.h"

namespace entraide::identity {
namespace {

constexpr char kJeanne[] = "jeanne@exemple.fr";

class MailWorkerTest : public IdentityTest {
 protected:
  MailWorkerTest() { AGrant(kJeanne, access::v1::ROLE_STAFF, "garage"); }
};

TEST_F(MailWorkerTest, SendsEachCodeOnce) {
  ASSERT_THAT(AskCode(kJeanne), IsOk());
  ASSERT_THAT(AskCode(kJeanne), IsOk());
  EXPECT_EQ(SendMails(), 2);
  Pass(absl::Minutes(2));
  EXPECT_EQ(SendMails(), 0);
  EXPECT_NE(CodeIn(mails_[0]), CodeIn(mails_[1]));
}

TEST_F(MailWorkerTest, TriesAgainWhatTheRelayDidNotTake) {
  const auto asked = AskCode(kJeanne);
  ASSERT_THAT(asked, IsOk());
  post_office_ = absl::UnavailableError("mail relay");
  EXPECT_TRUE(absl::IsUnavailable(mail_worker_.SendOne(Now()).status()));
  post_office_ = absl::OkStatus();
  EXPECT_EQ(SendMails(), 0);  // Not at once: others come first.
  Pass(absl::Seconds(30));
  EXPECT_EQ(SendMails(), 1);
  EXPECT_THAT(Redeem(CodeIn(mails_[0]), asked->browser_token()), IsOk());
}

TEST_F(MailWorkerTest, SendsNoCodeThatIsTooOld) {
  ASSERT_THAT(AskCode(kJeanne), IsOk());
  Pass(absl::Minutes(10));
  EXPECT_EQ(SendMails(), 0);
}

}  // namespace
}  // namespace entraide::identity
