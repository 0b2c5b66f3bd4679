// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "tests/matcher/ternois.h"

// The hard rules that look at the calendar.
namespace entraide::matcher {
namespace {

TEST(OfferNotOpen, RefusesWhatIsHiddenSuspendedOrLongUnconfirmed) {
  const TextWorld world = Ternois(R"(
    offer published  visit  serves anvin
    offer hidden     visit  serves anvin  listing hidden  until 2027-01-01
    offer suspended  visit  serves anvin  listing suspended
    offer advised    visit  serves anvin  update advised
    offer stale      visit  serves anvin  update required
    need  n1         visit  at anvin
  )");
  EXPECT_EQ(world.WhyNot("n1", "published"), "");
  EXPECT_EQ(world.WhyNot("n1", "hidden"), "OFFER_NOT_OPEN");
  EXPECT_EQ(world.WhyNot("n1", "suspended"), "OFFER_NOT_OPEN");
  EXPECT_EQ(world.WhyNot("n1", "advised"), "");
  EXPECT_EQ(world.WhyNot("n1", "stale"), "OFFER_NOT_OPEN");
}

TEST(OfferNotOpen, LetsATerritoryShowWhatIsLongUnconfirmed) {
  const TextWorld world = Ternois(R"(
    setting outdated shown
    offer stale   visit  serves anvin  update required
    need  n1      visit  at anvin
  )");
  EXPECT_EQ(world.WhyNot("n1", "stale"), "");
}

TEST(OfferNotOpen, EndsOnTheDayThatTheSuspensionDoes) {
  const TextWorld world = Ternois(R"(
    offer a        visit  serves anvin  listing suspended  until 2027-02-02
    need  before   visit  at anvin  on 2027-02-01 23:00-24:00
    need  that-day visit  at anvin  on 2027-02-02 00:00-01:00
    need  any-day  visit  at anvin
  )");
  EXPECT_EQ(world.WhyNot("before", "a"), "OFFER_NOT_OPEN");
  EXPECT_EQ(world.WhyNot("that-day", "a"), "");
  EXPECT_EQ(world.WhyNot("any-day", "a"), "OFFER_NOT_OPEN") << "judged as of today";
}

TEST(NoticeTooShort, AcceptsFortyEightHoursAndRefusesAMinuteLess) {
  const TextWorld world = Ternois(R"(
    offer a       visit  serves anvin  notice 48
    need  enough  visit  at anvin  on 2027-01-30 10:00-11:00
    need  short   visit  at anvin  on 2027-01-30 09:59-11:00
  )");
  EXPECT_EQ(world.WhyNot("enough", "a"), "");
  EXPECT_EQ(world.WhyNot("short", "a"), "NOTICE_TOO_SHORT");
}

TEST(NoticeTooShort, CountsFortyEightRealHoursInTheNightThatLosesOne) {
  const TextWorld world = Ternois(R"(
    now   2027-03-27 10:00
    offer a       visit  serves anvin  notice 48  holidays open
    need  enough  visit  at anvin  on 2027-03-29 11:00-12:00
    need  short   visit  at anvin  on 2027-03-29 10:59-12:00
  )");
  EXPECT_EQ(world.WhyNot("enough", "a"), "");
  EXPECT_EQ(world.WhyNot("short", "a"), "NOTICE_TOO_SHORT");
}

TEST(NoticeTooShort, SkipsTheWeekendWhenOnlyBusinessDaysCount) {
  const TextWorld world = Ternois(R"(
    offer a       visit  serves anvin  notice 48  counting business-days
    need  enough  visit  at anvin  on 2027-02-01 10:00-11:00
    need  short   visit  at anvin  on 2027-02-01 09:59-11:00
  )");
  EXPECT_EQ(world.WhyNot("enough", "a"), "");
  EXPECT_EQ(world.WhyNot("short", "a"), "NOTICE_TOO_SHORT");
}

TEST(NoticeTooShort, RefusesAfterTheLastMomentOfTheDayBefore) {
  const TextWorld world = Ternois(R"(
    offer noon    visit  serves anvin  last 1 10:00
    offer earlier visit  serves anvin  last 1 09:59
    need  n1      visit  at anvin  on 2027-01-29 08:00-09:00
  )");
  EXPECT_EQ(world.WhyNot("n1", "noon"), "");
  EXPECT_EQ(world.WhyNot("n1", "earlier"), "NOTICE_TOO_SHORT");
}

TEST(NoticeTooShort, RefusesThePastAndLooksAtTheFirstOfSeveralSpans) {
  const TextWorld world = Ternois(R"(
    offer a     visit  serves anvin
    need  past  visit  at anvin  on 2027-01-28 09:00-11:00
    need  now   visit  at anvin  on 2027-01-28 10:00-11:00
    need  both  visit  at anvin  on 2027-01-29 10:00-11:00  on 2027-01-28 09:00-09:30
  )");
  EXPECT_EQ(world.WhyNot("past", "a"), "NOTICE_TOO_SHORT");
  EXPECT_EQ(world.WhyNot("now", "a"), "");
  EXPECT_EQ(world.WhyNot("both", "a"), "NOTICE_TOO_SHORT");
}

TEST(TooFarAhead, AcceptsTheLastDayOfTheHorizonAndRefusesTheNext) {
  const TextWorld world = Ternois(R"(
    offer a     visit  serves anvin  horizon 30
    need  last  visit  at anvin  on 2027-02-27 22:00-23:00
    need  next  visit  at anvin  on 2027-02-28 00:00-01:00
    need  both  visit  at anvin  on 2027-02-28 00:00-01:00  on 2027-02-01 00:00-01:00
  )");
  EXPECT_EQ(world.WhyNot("last", "a"), "");
  EXPECT_EQ(world.WhyNot("next", "a"), "TOO_FAR_AHEAD");
  EXPECT_EQ(world.WhyNot("both", "a"), "TOO_FAR_AHEAD");
}

TEST(ClosedThen, WantsTheWholeServiceInsideOpenHours) {
  const TextWorld world = Ternois(R"(
    offer a        visit  serves anvin  open mon-fri 09:00-12:00,14:00-18:00
    need  inside   visit  at anvin  on 2027-02-01 09:00-12:00
    need  too-long visit  at anvin  on 2027-02-01 11:00-12:01
    need  two-ends visit  at anvin  on 2027-02-01 09:00-10:00  on 2027-02-06 09:00-10:00
    need  any-date visit  at anvin
  )");
  EXPECT_EQ(world.WhyNot("inside", "a"), "");
  EXPECT_EQ(world.WhyNot("too-long", "a"), "CLOSED_THEN");
  EXPECT_EQ(world.WhyNot("two-ends", "a"), "CLOSED_THEN") << "one of the two is a Saturday";
  EXPECT_EQ(world.WhyNot("any-date", "a"), "");
}

TEST(ClosedThen, RefusesPublicHolidaysUnlessSaidAndDatedClosures) {
  const TextWorld world = Ternois(R"(
    now   2027-04-20 10:00
    offer usual    visit  serves anvin  open mon-fri 09:00-18:00
    offer always   visit  serves anvin  open mon-fri 09:00-18:00  holidays open
    offer that-day visit  serves anvin  open mon-fri 09:00-18:00  opens 2027-05-06 09:00-12:00
    offer away     visit  serves anvin  holidays open  closed 2027-05-01..2027-05-10
    need  n1       visit  at anvin  on 2027-05-06 09:00-10:00
  )");
  EXPECT_EQ(world.WhyNot("n1", "usual"), "CLOSED_THEN") << "Ascension";
  EXPECT_EQ(world.WhyNot("n1", "always"), "");
  EXPECT_EQ(world.WhyNot("n1", "that-day"), "");
  EXPECT_EQ(world.WhyNot("n1", "away"), "CLOSED_THEN");
}

}  // namespace
}  // namespace entraide::matcher
