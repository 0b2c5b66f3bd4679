// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/writer.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "services/platform/base/text.h"
#include "tests/services/notify/a_happening.h"

namespace entraide::notify {
namespace {

using testing::HasSubstr;
using testing::Not;

const Organization kLien{.display_name = "Le Lien", .phone = "+33321000000"};
const Writer kWriter("https://entraide.example");

// A letter with all that it may name; `part` has a code if it is the person.
Composed Written(Letter letter, Channel channel, const Organization& holder = kLien) {
  Message message = MessagesAbout(AnAcceptance(), At(9)).front();
  message.letter = letter;
  Happening happening = AnAcceptance();
  happening.question = "Avez-vous le permis ?";
  const Matter matter{.happening = happening,
                      .recipient = ThePerson(),
                      .holder = holder,
                      .codes = {{LinkAction::kCancel, "2222-2222-2222-2"},
                                {LinkAction::kUnsubscribe, "3333-3333-3333-3"}}};
  return kWriter.Write(message, channel, matter);
}

constexpr int kLetters = static_cast<int>(Letter::kFilerNews) + 1;
bool IsToThePerson(int letter) { return letter <= static_cast<int>(Letter::kNews); }

// The basic characters of GSM 03.38, and those of its extension that we may use.
bool IsGsm(const std::string& text) {
  const std::string rest =
      absl::StrReplaceAll(text, {{"é", ""}, {"è", ""}, {"à", ""}, {"ù", ""}, {"É", ""}, {"€", ""}});
  return rest.find_first_of("`^{}[]\\|~") == std::string::npos &&
         std::all_of(rest.begin(), rest.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

TEST(Writer, HasAMailForEveryLetter) {
  for (int i = 0; i < kLetters; ++i) {
    const Composed mail = Written(static_cast<Letter>(i), Channel::kEmail);
    SCOPED_TRACE(NameOf(static_cast<Letter>(i)));
    EXPECT_NE(mail.subject, "");
    EXPECT_LT(CodePoints(mail.subject), 80U);
    EXPECT_THAT(mail.text, testing::StartsWith("Bonjour,\n\n"));
    EXPECT_THAT(mail.text, HasSubstr("\n\nEntraide\n"));
    EXPECT_THAT(mail.text, Not(HasSubstr("{")));
    for (const absl::string_view line : absl::StrSplit(mail.text, '\n')) {
      EXPECT_LE(CodePoints(line), 120U) << line;
    }
  }
}

TEST(Writer, HasAShortMessageForEveryLetterToThePersonThatFitsIntoTwo) {
  for (int i = 0; i < kLetters; ++i) {
    if (!IsToThePerson(i)) continue;
    const Composed sms = Written(static_cast<Letter>(i), Channel::kSms);
    SCOPED_TRACE(NameOf(static_cast<Letter>(i)));
    EXPECT_THAT(sms.text, testing::StartsWith("Entraide : "));
    EXPECT_LE(CodePoints(sms.text), 306U) << sms.text;
    EXPECT_TRUE(IsGsm(sms.text)) << sms.text;
  }
}

TEST(Writer, SaysSomethingOfWhatNobodyHoldsAndHasNoDate) {
  Happening bare{.line = {.request = kRide, .number = 1}};
  for (int i = 0; i < kLetters; ++i) {
    Message message = MessagesAbout(AnAcceptance(), At(9)).front();
    message.letter = static_cast<Letter>(i);
    SCOPED_TRACE(NameOf(message.letter));
    EXPECT_THAT(kWriter.Write(message, Channel::kEmail, {.happening = bare}).text,
                testing::AllOf(HasSubstr("Entraide\n"), Not(HasSubstr(":\n\n"))));
    if (IsToThePerson(i)) {
      EXPECT_NE(
          kWriter.Write(message, Channel::kSms, {.happening = bare, .recipient = ThePerson()}).text,
          "");
    }
  }
}

TEST(Writer, TellsThePersonWhoComesWhenAndHowToReachThem) {
  const Composed mail = Written(Letter::kAccepted, Channel::kEmail);
  EXPECT_EQ(mail.subject, "Bonne nouvelle : on s'occupe de votre demande de trajet");
  EXPECT_THAT(mail.text, HasSubstr("Le Lien s'occupe de votre demande de trajet."));
  EXPECT_THAT(mail.text, HasSubstr("lundi 30 novembre 2026 à 9 h 30"));
  EXPECT_THAT(mail.text, HasSubstr("Le Lien, 03 21 00 00 00"));
  EXPECT_THAT(mail.text, HasSubstr("\nhttps://entraide.example/suivre#code=R-7K2M-9QX4-TB3W-5\n"));
}

// What a letter's text names and what is made for it are the same.
TEST(Writer, ShowsTheLinksThatAreMadeForALetterAndNoOther) {
  for (int i = 0; i < kLetters; ++i) {
    const auto letter = static_cast<Letter>(i);
    SCOPED_TRACE(NameOf(letter));
    Recipient recipient = ThePerson();
    if (!IsToThePerson(i)) recipient = {.part = Part::kHolder, .organization = "lien"};
    const std::vector<LinkAction> links = LinksOf(letter, recipient);
    const std::string text = Written(letter, Channel::kEmail).text;
    for (const auto& [action, link] :
         {std::pair{LinkAction::kCancel, "/message/annuler#code=2222-2222-2222-2\n"},
          std::pair{LinkAction::kUnsubscribe, "/message/desabonner#code=3333-3333-3333-3\n"}}) {
      const bool made = std::find(links.begin(), links.end(), action) != links.end();
      EXPECT_EQ(text.find(link) != std::string::npos, made) << link;
    }
  }
}

TEST(Writer, GivesNoCodeToOrganizations) {
  Message message = MessagesAbout(AnAcceptance(), At(9)).front();
  for (const Letter letter : {Letter::kAsked, Letter::kHeldCancelled, Letter::kFilerNews}) {
    message.letter = letter;
    EXPECT_THAT(
        kWriter.Write(message, Channel::kEmail, {AnAcceptance(), ThePerson(), kLien, {}}).text,
        Not(HasSubstr("R-7K2M")));
  }
}

}  // namespace
}  // namespace entraide::notify
