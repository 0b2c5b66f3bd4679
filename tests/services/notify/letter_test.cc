// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/domain/letter.h"

#include <gmock/gmock.h>

#include "tests/services/notify/a_happening.h"

namespace entraide::notify {
namespace {

Letter ToThePerson(const std::string& action, const std::string& state) {
  Happening happening = AnAcceptance();
  happening.action = action;
  happening.state = state;
  return LetterFor(Part::kPerson, happening);
}

TEST(LetterFor, TellsThePersonWhatTheLineMeans) {
  EXPECT_EQ(ToThePerson("create", "SUBMITTED"), Letter::kFiled);
  EXPECT_EQ(ToThePerson("match", "NEEDS_INFO"), Letter::kQuestion);
  EXPECT_EQ(ToThePerson("ask_info", "NEEDS_INFO"), Letter::kQuestion);
  EXPECT_EQ(ToThePerson("accept", "ACCEPTED"), Letter::kAccepted);
  EXPECT_EQ(ToThePerson("accept", "CONFIRMED"), Letter::kConfirmed);
  EXPECT_EQ(ToThePerson("assign", "CONFIRMED"), Letter::kConfirmed);
  EXPECT_EQ(ToThePerson("schedule", "SCHEDULED"), Letter::kAppointment);
  EXPECT_EQ(ToThePerson("book", "BOOKED"), Letter::kAppointment);
  EXPECT_EQ(ToThePerson("release", "SUBMITTED"), Letter::kLost);
  EXPECT_EQ(ToThePerson("withdraw", "SEARCHING"), Letter::kLost);
  EXPECT_EQ(ToThePerson("propose_change", "CONFIRMED"), Letter::kChange);
  EXPECT_EQ(ToThePerson("exhaust", "UNMET"), Letter::kUnmet);
  EXPECT_EQ(ToThePerson("cancel", "CANCELLED"), Letter::kCancelled);
}

TEST(LetterFor, MakesNewsOfWhatNobodyForesaw) {
  EXPECT_EQ(ToThePerson("paint", "PAINTED"), Letter::kNews);
}

TEST(LetterFor, TellsOrganizationsTheirPart) {
  Happening happening = AnAcceptance();
  EXPECT_EQ(LetterFor(Part::kAsked, happening), Letter::kNoLongerAsked);
  happening.state = "SEARCHING";
  EXPECT_EQ(LetterFor(Part::kAsked, happening), Letter::kAsked);
  EXPECT_EQ(LetterFor(Part::kFiler, happening), Letter::kFilerNews);
  EXPECT_EQ(LetterFor(Part::kHolder, happening), Letter::kHeldNews);
  happening.state = "CANCELLED";
  EXPECT_EQ(LetterFor(Part::kHolder, happening), Letter::kHeldCancelled);
}

TEST(IsOvertaken, DropsAQuestionThatNobodyWaitsForAndAPromiseThatIsBroken) {
  EXPECT_FALSE(IsOvertaken(Letter::kQuestion, "NEEDS_INFO"));
  EXPECT_TRUE(IsOvertaken(Letter::kQuestion, "SEARCHING"));
  EXPECT_FALSE(IsOvertaken(Letter::kAsked, "SEARCHING"));
  EXPECT_TRUE(IsOvertaken(Letter::kAsked, "ACCEPTED"));
  EXPECT_FALSE(IsOvertaken(Letter::kAccepted, "CONFIRMED"));
  EXPECT_TRUE(IsOvertaken(Letter::kAccepted, "CANCELLED"));
  EXPECT_TRUE(IsOvertaken(Letter::kAppointment, "CANCELLED"));
}

TEST(IsOvertaken, NeverDropsHowItEnded) {
  for (const Letter letter : {Letter::kFiled, Letter::kCancelled, Letter::kUnmet,
                              Letter::kTurnedDown, Letter::kExpired, Letter::kHeldCancelled}) {
    EXPECT_FALSE(IsOvertaken(letter, "CANCELLED")) << NameOf(letter);
  }
}

TEST(IsEssential, IsWhatChangesWhatSomebodyHasToDo) {
  for (const Letter letter :
       {Letter::kQuestion, Letter::kConfirmed, Letter::kAppointment, Letter::kNews, Letter::kLost,
        Letter::kCancelled, Letter::kUnmet, Letter::kAsked}) {
    EXPECT_TRUE(IsEssential(letter)) << NameOf(letter);
  }
  for (const Letter letter :
       {Letter::kFiled, Letter::kNoLongerAsked, Letter::kHeldNews, Letter::kFilerNews}) {
    EXPECT_FALSE(IsEssential(letter)) << NameOf(letter);
  }
}

TEST(Letter, HasANameOfItsOwn) {
  for (int i = 0; i <= static_cast<int>(Letter::kFilerNews); ++i) {
    EXPECT_EQ(LetterNamed(NameOf(static_cast<Letter>(i))), static_cast<Letter>(i));
  }
  EXPECT_EQ(LetterNamed("love"), std::nullopt);
}

}  // namespace
}  // namespace entraide::notify
