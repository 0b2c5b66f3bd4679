// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/postman.h"

#include <atomic>
#include <thread>

#include "absl/time/clock.h"
#include "services/platform/base/status.h"
#include "services/platform/mail/smtp_sender.h"
#include "tests/services/notify/sending_fixture.h"
#include "tests/support/background.h"

namespace entraide::notify {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class PostmanTest : public SendingTest {
 protected:
  PostmanTest() {
    Announce({AnAcceptance().line});
    TakeAll();
  }
};

TEST_F(PostmanTest, SendsEachMessageOnce) {
  SendAll();
  now_ += absl::Hours(24);
  SendAll();
  ASSERT_EQ(mails_.size(), 1U);
  EXPECT_EQ(mails_[0].to, "jeanne@exemple.fr");
  EXPECT_THAT(mails_[0].text, HasSubstr("Le Lien s'occupe de votre demande de trajet."));
  EXPECT_EQ(OnlyMessage().state, State::kSent);
  EXPECT_EQ(OnlyMessage().channel, Channel::kEmail);
  EXPECT_FALSE(OnlyMessage().possibly_sent_twice);
  EXPECT_EQ(Counted("SENT"), 1);
}

TEST_F(PostmanTest, SendsAShortMessageToWhoWantsOne) {
  Happening happening = AnAcceptance();
  happening.recipients[0].contact = {.phone = "+33612345678", .sms_ok = true};
  Tell(happening);
  SendAll();
  ASSERT_EQ(texts_.size(), 1U);
  EXPECT_EQ(texts_[0].to, "+33612345678");
  EXPECT_EQ(texts_[0].id, OnlyMessage().id.value());
}

TEST_F(PostmanTest, WritesToTheAddressThatTheDirectoryHasOfAnOrganization) {
  Happening happening = AnAcceptance();
  happening.line.number = 8;
  happening.recipients = {{.part = Part::kHolder, .organization = "lien"},
                          {.part = Part::kAsked, .organization = "gone"}};
  Tell(happening);
  Announce({happening.line});
  TakeAll();
  SendAll();
  ASSERT_EQ(mails_.size(), 2U);
  EXPECT_THAT((std::vector{mails_[0].to, mails_[1].to}),
              testing::UnorderedElementsAre("jeanne@exemple.fr", "bonjour@lien.example"));
  EXPECT_EQ(Messages({.state = State::kDropped}).front().reason, "NO_ADDRESS");
}

TEST_F(PostmanTest, WaitsForTheMorning) {
  now_ = At(22);
  SendAll();
  EXPECT_TRUE(mails_.empty());
  EXPECT_EQ(OnlyMessage().due_time, At(8, 0, 25));
  now_ = At(8, 0, 25);
  SendAll();
  EXPECT_EQ(mails_.size(), 1U);
}

TEST_F(PostmanTest, DropsWhatIsNoLongerTrueAndWhoIsNoLongerTold) {
  Happening over = AnAcceptance();
  over.state_now = "CANCELLED";
  Tell(over);
  SendAll();
  EXPECT_EQ(OnlyMessage().state, State::kDropped);
  EXPECT_EQ(OnlyMessage().reason, "OVERTAKEN");
  EXPECT_TRUE(mails_.empty());
}

TEST_F(PostmanTest, DropsAMessageAboutWhatWasErased) {
  told_.clear();
  SendAll();
  EXPECT_EQ(OnlyMessage().reason, "NOT_TOLD");
}

TEST_F(PostmanTest, TriesAgainUntilTheRelayIsBack) {
  post_office_ = absl::UnavailableError("mail relay");
  SendAll();
  EXPECT_EQ(OnlyMessage().state, State::kWaiting);
  now_ += absl::Seconds(29);
  SendAll();
  EXPECT_EQ(OnlyMessage().attempts, 1);
  now_ += absl::Seconds(1);
  SendAll();
  EXPECT_EQ(OnlyMessage().attempts, 2);
  post_office_ = absl::OkStatus();
  now_ += absl::Minutes(2);
  SendAll();
  EXPECT_EQ(mails_.size(), 1U);
  EXPECT_FALSE(OnlyMessage().possibly_sent_twice);
}

TEST_F(PostmanTest, AnOwnerThatDoesNotAnswerCostsNoTry) {
  owner_ = absl::UnavailableError("draining");
  SendAll();
  EXPECT_EQ(OnlyMessage().attempts, 0);
  owner_ = absl::OkStatus();
  now_ += kLease;
  SendAll();
  EXPECT_EQ(mails_.size(), 1U);
  EXPECT_FALSE(OnlyMessage().possibly_sent_twice);
}

TEST_F(PostmanTest, TwoOfThemSendEachMessageOnce) {
  std::vector<Line> lines;
  for (int line = 100; line < 160; ++line) {
    Happening happening = AnAcceptance();
    happening.line.number = line;
    Tell(happening);
    lines.push_back(happening.line);
  }
  Announce(lines);
  TakeAll();
  std::atomic<int> sent = 0;
  const Postman::Ways ways{.mail = [&](const mail::Mail&) {
    ++sent;
    return absl::OkStatus();
  }};
  std::vector<std::thread> postmen;
  for (int i = 0; i < 4; ++i) postmen.emplace_back([&] { SendAll(ways); });
  for (std::thread& postman : postmen) postman.join();
  EXPECT_EQ(sent, 61);
  EXPECT_EQ(Messages({.state = State::kSent, .limit = 500}).size(), 61U);
  EXPECT_TRUE(Messages({.possibly_sent_twice = true}).empty());
}

// A real relay, with its moods.
class RelayTest : public PostmanTest {
 protected:
  void SendTo(const std::string& mood) {
    if (relay_ == nullptr) {
      relay_ = std::make_unique<Background>(
          std::vector<std::string>{"python3", "tests/support/smtp_relay.py", kept_.path(), mood});
    }
    SendAll({.mail = mail::SmtpSender({.url = absl::StrCat("smtp://127.0.0.1:", relay_->port()),
                                       .from = "entraide@exemple.fr"})});
  }

  ScratchFolder kept_;
  std::unique_ptr<Background> relay_{};
};

TEST_F(RelayTest, TakesAMailWithAccents) {
  SendTo("");
  ASSERT_EQ(kept_.Files(".eml").size(), 1U);
  EXPECT_THAT(kept_.Files(".eml")[0], HasSubstr("To: <jeanne@exemple.fr>\n"));
  EXPECT_THAT(kept_.Files(".eml")[0], HasSubstr("novembre 2026 à 9 h 30"));
}

TEST_F(RelayTest, ThatIsFullIsAskedAgain) {
  SendTo("full");
  EXPECT_EQ(OnlyMessage().reason, "UNAVAILABLE");
  now_ += absl::Seconds(30);
  SendTo("");
  EXPECT_EQ(OnlyMessage().state, State::kSent);
  EXPECT_EQ(kept_.Files(".eml").size(), 1U);
}

TEST_F(RelayTest, ThatKnowsNobodyMakesADeadLetterThatCanBeSentAnew) {
  SendTo("unknown");
  const Message dead = OnlyMessage();
  EXPECT_EQ(dead.state, State::kDead);
  EXPECT_EQ(dead.reason, "MAIL_REFUSED");
  relay_.reset();
  {
    auto tx = pg::Transaction::Begin(*pool_, Soon());
    ASSERT_THAT(SaveMessage(*tx, dead, *Replay(dead, now_)), IsOk());
    ASSERT_THAT(tx->Commit(), IsOk());
  }
  SendTo("");
  EXPECT_EQ(OnlyMessage().state, State::kSent);
}

TEST_F(RelayTest, ThatTakesAMailAndSaysNothingMayHaveItTwice) {
  const absl::Time start = absl::Now();
  SendTo("silent");
  EXPECT_LT(absl::Now() - start, kLease / 2);  // Nobody else takes it meanwhile.
  EXPECT_EQ(OnlyMessage().reason, "MAIL_IN_DOUBT");
  now_ += absl::Seconds(30);
  SendTo("");
  EXPECT_EQ(kept_.Files(".eml").size(), 2U);
  EXPECT_TRUE(OnlyMessage().possibly_sent_twice);
  EXPECT_EQ(Counted("POSSIBLY_SENT_TWICE"), 1);
}

}  // namespace
}  // namespace entraide::notify
