// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/intake.h"

#include "tests/services/notify/sending_fixture.h"

namespace entraide::notify {
namespace {

class IntakeTest : public SendingTest {};

const Line kLine = AnAcceptance().line;

TEST_F(IntakeTest, WritesAMessageToEachRecipient) {
  Happening happening = AnAcceptance();
  happening.recipients.push_back({.part = Part::kAsked, .organization = "o2"});
  happening.recipients.push_back({.part = Part::kAsked, .organization = "o3"});
  Tell(happening);
  Announce({kLine});
  TakeAll();
  EXPECT_EQ(Messages().size(), 3U);
}

TEST_F(IntakeTest, CountsALineOnceHoweverOftenItIsAnnounced) {
  Announce({kLine});
  Announce({kLine, kLine});
  TakeAll();
  Announce({kLine});
  now_ += absl::Hours(1);
  TakeAll();
  SendAll();
  EXPECT_EQ(Messages().size(), 1U);
  EXPECT_EQ(mails_.size(), 1U);
}

TEST_F(IntakeTest, TakesLinesInAnyOrder) {
  Happening later = AnAcceptance();
  later.line.number = 9;
  later.action = "assign";
  later.state = later.state_now = "CONFIRMED";
  Tell(later);
  Announce({later.line});
  TakeAll();
  Announce({kLine});
  TakeAll();
  EXPECT_EQ(Messages().size(), 2U);
}

TEST_F(IntakeTest, AsksAgainAnOwnerThatDoesNotAnswer) {
  Announce({kLine});
  owner_ = absl::UnavailableError("draining");
  TakeAll();
  EXPECT_TRUE(Messages().empty());
  owner_ = absl::OkStatus();
  TakeAll();
  EXPECT_TRUE(Messages().empty());  // Not at once.
  now_ += absl::Seconds(30);
  TakeAll();
  EXPECT_EQ(Messages().size(), 1U);
}

TEST_F(IntakeTest, IsDoneWithALineThatItsOwnerHasForgotten) {
  Announce({{.request = kRide, .number = 1}});
  TakeAll();
  now_ += absl::Hours(24);
  const Intake intake(*pool_, sources_);
  EXPECT_EQ(*intake.TakeOne(now_), 0);
  EXPECT_TRUE(Messages().empty());
}

TEST_F(IntakeTest, ALineThatSomebodyDiedOverIsTakenAgain) {
  Announce({kLine});
  {
    auto tx = pg::Transaction::Begin(*pool_, Soon());
    ASSERT_THAT(ClaimLine(*tx, now_, now_ + kLease), IsOk());
    ASSERT_THAT(tx->Commit(), IsOk());
  }
  TakeAll();
  EXPECT_TRUE(Messages().empty());
  now_ += kLease;
  TakeAll();
  EXPECT_EQ(Messages().size(), 1U);
}

TEST_F(IntakeTest, ForgetsWhatIsOverAndKeepsWhatIsNot) {
  Happening other = AnAcceptance();
  other.line.number = 8;
  Tell(other);
  Announce({kLine, other.line});
  TakeAll();
  const Message dead = Messages().front();
  {
    auto tx = pg::Transaction::Begin(*pool_, Soon());
    Message after = dead;
    after.state = State::kDead;
    after.reason = "MAIL_REFUSED";
    ASSERT_THAT(SaveMessage(*tx, dead, after), IsOk());
    ASSERT_THAT(tx->Commit(), IsOk());
  }
  SendAll();
  auto tx = pg::Transaction::Begin(*pool_, Soon());
  EXPECT_EQ(*ForgetLines(*tx, now_), 0);  // Not yet.
  EXPECT_EQ(*ForgetLines(*tx, now_ + absl::Seconds(1)), 1);
  ASSERT_THAT(tx->Commit(), IsOk());
  EXPECT_EQ(OnlyMessage().state, State::kDead);
}

}  // namespace
}  // namespace entraide::notify
