// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/domain/message.h"

#include <gmock/gmock.h>

#include "services/platform/base/status.h"
#include "tests/services/notify/a_happening.h"
#include "tests/support/status_matchers.h"

namespace entraide::notify {
namespace {

const absl::Status kRefused = WithReason(absl::FailedPreconditionError("no"), "MAIL_REFUSED");
const absl::Status kNoRelay = absl::UnavailableError("mail relay");

Message AHandedOver() {
  return HandOver(Take(MessagesAbout(AnAcceptance(), At(9)).front(), At(9)), Channel::kEmail,
                  At(9));
}

TEST(MessagesAbout, IsOneForEachRecipientInTheirOwnTime) {
  Happening happening = AnAcceptance();
  happening.recipients.push_back({.part = Part::kAsked, .organization = "o2"});
  const std::vector<Message> messages = MessagesAbout(happening, At(22));
  ASSERT_EQ(messages.size(), 2U);
  EXPECT_EQ(messages[0].letter, Letter::kAccepted);
  EXPECT_EQ(messages[0].due_time, At(8, 0, 25));
  EXPECT_EQ(messages[1].letter, Letter::kNoLongerAsked);
  EXPECT_EQ(messages[1].organization, "o2");
  EXPECT_EQ(messages[1].due_time, At(22));
}

TEST(MessagesAbout, DropsAtOnceWhatCanReachNobody) {
  Happening happening = AnAcceptance();
  happening.recipients[0].contact = {.phone = "+33321010203"};
  const Message message = MessagesAbout(happening, At(9)).front();
  EXPECT_EQ(message.state, State::kDropped);
  EXPECT_EQ(message.reason, "NO_ADDRESS");
}

TEST(ChannelOf, IsTheOneThePersonWantsIfItCanBe) {
  const Contact both{.phone = "+33612345678", .email = "j@exemple.fr", .sms_ok = true};
  Contact contact = both;
  EXPECT_EQ(ChannelOf(contact), Channel::kEmail);
  contact.preferred = Means::kSms;
  EXPECT_EQ(ChannelOf(contact), Channel::kSms);
  contact.sms_ok = false;
  EXPECT_EQ(ChannelOf(contact), Channel::kEmail);
  contact = both;
  contact.email.clear();
  EXPECT_EQ(ChannelOf(contact), Channel::kSms);
  contact.phone = "+33321010203";  // No mobile.
  EXPECT_EQ(ChannelOf(contact), std::nullopt);
}

TEST(ChannelOf, IsNoneForWhoWantsToBeCalled) {
  EXPECT_EQ(ChannelOf({.email = "j@exemple.fr", .no_digital = true}), std::nullopt);
  EXPECT_EQ(ChannelOf({}), std::nullopt);
}

TEST(Settle, EndsWithTheHandOver) {
  const Message sent = Settle(AHandedOver(), absl::OkStatus(), At(9));
  EXPECT_EQ(sent.state, State::kSent);
  EXPECT_EQ(sent.attempts, 1);
  EXPECT_FALSE(sent.possibly_sent_twice);
}

TEST(Settle, TriesAgainWhatMayPass) {
  const Message later = Settle(AHandedOver(), kNoRelay, At(9));
  EXPECT_EQ(later.state, State::kWaiting);
  EXPECT_EQ(later.due_time, At(9) + absl::Seconds(30));
  EXPECT_EQ(later.reason, "UNAVAILABLE");
  EXPECT_FALSE(later.possibly_sent_twice);
}

TEST(Settle, GivesUpWhatWillNotPassAndWhatWasTriedForADay) {
  EXPECT_EQ(Settle(AHandedOver(), kRefused, At(9)).state, State::kDead);
  EXPECT_EQ(Settle(AHandedOver(), kRefused, At(9)).reason, "MAIL_REFUSED");
  Message message = AHandedOver();
  message.attempts = 9;
  EXPECT_EQ(Settle(message, kNoRelay, At(9)).state, State::kDead);
}

TEST(Settle, FlagsWhatIsTriedAgainThoughItMayHaveLeft) {
  const Message doubtful =
      Settle(AHandedOver(), WithReason(absl::DeadlineExceededError("?"), "MAIL_IN_DOUBT"), At(9));
  EXPECT_EQ(doubtful.state, State::kWaiting);
  EXPECT_TRUE(doubtful.possibly_sent_twice);
}

TEST(Take, FlagsWhatSomebodyHandedOverWithoutComingBack) {
  const Message found = Take(AHandedOver(), At(9, 2));
  EXPECT_EQ(found.state, State::kWaiting);
  EXPECT_TRUE(found.possibly_sent_twice);
  EXPECT_EQ(found.due_time, At(9, 3));
  EXPECT_FALSE(Take(MessagesAbout(AnAcceptance(), At(9)).front(), At(9)).possibly_sent_twice);
}

TEST(Replay, IsForTheDeadAlone) {
  const Message dead = Settle(AHandedOver(), kRefused, At(9));
  const auto again = Replay(dead, At(10));
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->state, State::kWaiting);
  EXPECT_EQ(again->attempts, 0);
  EXPECT_EQ(again->due_time, At(10));
  EXPECT_THAT(Replay(AHandedOver(), At(10)), HasReason("STATE_FORBIDS"));
  EXPECT_THAT(Replay(Drop(AHandedOver(), "OVERTAKEN", At(9)), At(10)), HasReason("STATE_FORBIDS"));
}

}  // namespace
}  // namespace entraide::notify
