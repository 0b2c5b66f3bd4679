// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "tests/matcher/ternois.h"

// The terms of the score that look at who would do it, and at what is remembered of them.
namespace entraide::matcher {
namespace {

using ::testing::ElementsAre;

TEST(Detour, OfAVolunteerIsWhatTheyDriveEmptyOfEachOuting) {
  const TextWorld world = Ternois(R"(
    offer o       volunteer-ride  of lien  in frevent  serves everywhere  dispatch direct
    volunteer v   lien  at anvin  radius 30  car 3
    need  one     volunteer-ride  at anvin  to saint-pol  on 2027-02-01 09:00-10:00
    need  return  volunteer-ride  at anvin  to saint-pol  on 2027-02-01 09:00-10:00  on 2027-02-01 15:00-16:00
    need  waited  volunteer-ride  at anvin  to saint-pol  on 2027-02-01 09:00-10:00  on 2027-02-01 10:30-11:30  driver waits
  )");
  // Four minutes inside Anvin, 839 s between Anvin and Saint-Pol.
  EXPECT_EQ(world.TermOf("one", "o/v", "detour"), 10'000 - 10'000 * (240 + 839) / 3600);
  EXPECT_EQ(world.TermOf("return", "o/v", "detour"), 10'000 - 10'000 * (240 + 839) / 3600);
  EXPECT_EQ(world.TermOf("waited", "o/v", "detour"), 10'000 - 10'000 * (240 + 240) / 3600);
}

TEST(Wait, OfARideIsHowLongTheDriverWaitsForTheReturn) {
  const TextWorld world = Ternois(R"(
    offer o       volunteer-ride  of lien  serves everywhere  dispatch direct
    volunteer v   lien  at anvin  car 3
    need  one     volunteer-ride  at anvin  to anvin  on 2027-02-01 09:00-10:00
    need  home    volunteer-ride  at anvin  to anvin  on 2027-02-01 09:00-10:00  on 2027-02-01 11:30-12:00
    need  half    volunteer-ride  at anvin  to anvin  on 2027-02-01 09:00-10:00  on 2027-02-01 11:00-12:00  driver waits
    need  long    volunteer-ride  at anvin  to anvin  on 2027-02-01 09:00-10:00  on 2027-02-01 12:00-13:00  driver waits
  )");
  EXPECT_EQ(world.TermOf("one", "o/v", "wait"), -1);
  EXPECT_EQ(world.TermOf("home", "o/v", "wait"), 10'000);
  EXPECT_EQ(world.TermOf("half", "o/v", "wait"), 5'000);
  EXPECT_EQ(world.TermOf("long", "o/v", "wait"), 0);
}

TEST(Wait, OfHelpCountsDaysOffTheWishedOne) {
  const TextWorld world = Ternois(R"(
    offer any     visit  of lien  serves anvin  open mon-sun 09:00-12:00
    offer monday  visit  of lien  serves anvin  open mon 09:00-12:00
    offer o       visit  of lien  serves anvin  dispatch direct
    volunteer v   lien  at anvin  leave 2027-02-01..2027-02-05
    need  wishes  visit  at anvin  wished 2027-02-03
    need  today   visit  at anvin
  )");
  EXPECT_EQ(world.TermOf("wishes", "any", "wait"), 10'000);
  EXPECT_EQ(world.TermOf("wishes", "monday", "wait"), 10'000 - 10'000 * 2 / 14);
  EXPECT_EQ(world.TermOf("today", "monday", "wait"), 10'000 - 10'000 * 4 / 14);
  EXPECT_EQ(world.TermOf("wishes", "o/v", "wait"), 10'000 - 10'000 * 3 / 14) << "back on the 6th";
}

TEST(Pairing, IsWhetherTheSameDriverCanTakeTheOtherLeg) {
  const TextWorld world = Ternois(R"(
    offer o        volunteer-ride  of lien  serves everywhere  dispatch direct
    offer staff    volunteer-ride  of lien  serves everywhere
    volunteer day  lien  at anvin  car 3  radius 30  free mon 08:00-18:00
    volunteer am   lien  at anvin  car 3  radius 30  free mon 08:00-12:00
    need  both     volunteer-ride  at anvin  to hesdin  on 2027-02-01 09:00-10:00  other-leg 2027-02-01 15:00-16:00
    need  one      volunteer-ride  at anvin  to hesdin  on 2027-02-01 09:00-10:00
  )");
  EXPECT_EQ(world.TermOf("both", "o/day", "pairing"), 10'000);
  EXPECT_EQ(world.TermOf("both", "o/am", "pairing"), 0);
  EXPECT_EQ(world.TermOf("both", "staff", "pairing"), -1);
  EXPECT_EQ(world.TermOf("one", "o/day", "pairing"), -1);
}

TEST(Continuity, KnowsThePairThenTheCommune) {
  const TextWorld world = Ternois(R"(
    offer o        visit  of lien   in hesdin  serves anvin  dispatch direct
    offer known    visit  of autre  in hesdin  serves anvin
    offer near     visit  of tiers  in anvin   serves anvin
    offer far      visit  of quart  in hesdin  serves anvin
    offer nowhere  visit  of quint             serves anvin
    volunteer old  lien  at auchy
    volunteer next lien  at auchy
    need  n1       visit  at anvin  met lien/old 2026-08-02  met autre 2026-08-02
    need  late     visit  at anvin  met lien/old 2026-07-31  met autre 2026-07-31
  )");
  EXPECT_EQ(world.TermOf("n1", "o/old", "continuity"), 10'000);
  EXPECT_EQ(world.TermOf("n1", "o/next", "continuity"), 0) << "the organization is not the pair";
  EXPECT_EQ(world.TermOf("n1", "known", "continuity"), 10'000);
  EXPECT_EQ(world.TermOf("n1", "near", "continuity"), 5'000);
  EXPECT_EQ(world.TermOf("n1", "far", "continuity"), 0);
  EXPECT_EQ(world.TermOf("n1", "nowhere", "continuity"), -1);
  EXPECT_EQ(world.TermOf("late", "o/old", "continuity"), 0) << "more than 180 days ago";
  EXPECT_EQ(world.TermOf("late", "known", "continuity"), 0);
}

TEST(Fairness, WeighsWhatWasDoneAgainstTheWishAndTheTimeSinceTheLastAsking) {
  const TextWorld world = Ternois(R"(
    offer o         visit  of lien   serves anvin  dispatch direct
    offer staff     visit  of autre  serves anvin
    volunteer idle  lien  at anvin  wish 4
    volunteer half  lien  at anvin  wish 4  asked 2027-01-21 10:00
    volunteer full  lien  at anvin  wish 1  asked 2027-01-28 10:00
    volunteer open  lien  at anvin          asked 2027-01-21 10:00
    volunteer never lien  at anvin  wish 0  asked 2027-01-14 10:00
    commitment t1 o  of half  on 2026-12-29 10:00-11:00
    commitment t2 o  of half  on 2026-12-29 09:00-09:59
    commitment t3 o  of half  on 2027-02-27 09:59-10:00
    commitment t4 o  of half  on 2027-02-27 10:00-11:00
    commitment t5 o  of full  on 2027-01-20 10:00-11:00
    commitment t6 o  of full  on 2027-01-21 10:00-11:00
    need  n1        visit  at anvin
    need  own       visit  at anvin  task t1
  )");
  EXPECT_EQ(world.TermOf("n1", "o/idle", "fairness"), 10'000);
  EXPECT_EQ(world.TermOf("n1", "o/half", "fairness"), 5'000) << "two of four; 7 of 14 days";
  EXPECT_EQ(world.TermOf("own", "o/half", "fairness"), 6'250) << "its own does not count";
  EXPECT_EQ(world.TermOf("n1", "o/full", "fairness"), 0);
  EXPECT_EQ(world.TermOf("n1", "o/open", "fairness"), 5'000) << "no wish: only the asking";
  EXPECT_EQ(world.TermOf("n1", "o/never", "fairness"), 5'000);
  EXPECT_EQ(world.TermOf("n1", "staff", "fairness"), -1);
}

TEST(Reactivity, WeighsOutcomesAndQuickAnswers) {
  const TextWorld world = Ternois(R"(
    offer new      repair  serves anvin
    offer best     repair  serves anvin  answers 10/10/10 0
    offer half     repair  serves anvin  answers 10/10/5 120
    offer silent   repair  serves anvin  answers 10/0/0 0
    offer slow     repair  serves anvin  answers 10/10/10 240
    offer quick    repair  serves anvin  answers 10/5/0 24
    need  n1       repair  at anvin
  )");
  EXPECT_EQ(world.TermOf("n1", "new", "reactivity"), 5'000);
  EXPECT_EQ(world.TermOf("n1", "best", "reactivity"), 10'000);
  EXPECT_EQ(world.TermOf("n1", "half", "reactivity"), 1'500 + 3'500);
  EXPECT_EQ(world.TermOf("n1", "silent", "reactivity"), 0);
  EXPECT_EQ(world.TermOf("n1", "slow", "reactivity"), 3'000);
  EXPECT_EQ(world.TermOf("n1", "quick", "reactivity"), 3'150) << "0.7 x 0.5 x 0.9";
}

TEST(Margin, IsTheMinutesToTheNearerEdgeOfTheHours) {
  const TextWorld world = Ternois(R"(
    offer o         visit  of lien   serves anvin  dispatch direct
    offer staff     visit  of autre  serves anvin  open mon 08:30-11:00
    offer always    visit  of tiers  serves anvin
    volunteer tight lien  at anvin  free mon 08:56-12:00
    volunteer some  lien  at anvin  free mon 08:00-10:19
    volunteer wide  lien  at anvin  free mon 00:00-24:00
    volunteer any   lien  at anvin
    need  n1        visit  at anvin  on 2027-02-01 09:00-10:00
    need  any-date  visit  at anvin
  )");
  EXPECT_EQ(world.TermOf("n1", "o/tight", "margin"), 0);
  EXPECT_EQ(world.TermOf("n1", "o/some", "margin"), 10'000 * 15 / 60);
  EXPECT_EQ(world.TermOf("n1", "o/wide", "margin"), 10'000);
  EXPECT_EQ(world.TermOf("n1", "o/any", "margin"), -1);
  EXPECT_EQ(world.TermOf("n1", "staff", "margin"), 5'000);
  EXPECT_EQ(world.TermOf("n1", "always", "margin"), -1);
  EXPECT_EQ(world.TermOf("any-date", "o/tight", "margin"), -1);
}

TEST(Preference, CountsWhatTheOfferOrTheVolunteerMeets) {
  const TextWorld world = Ternois(R"(
    offer o        visit  of lien  serves anvin  dispatch direct  meets hearing
    volunteer v    lien  at anvin  skills cards,memory
    volunteer w    lien  at anvin
    need  n1       visit  at anvin  needs hearing,memory  prefers cards,picard
    need  nothing  visit  at anvin
  )");
  EXPECT_EQ(world.TermOf("n1", "o/v", "preference"), 7'500);
  EXPECT_EQ(world.TermOf("n1", "o/w", "preference"), 2'500);
  EXPECT_EQ(world.TermOf("nothing", "o/v", "preference"), -1);
}

TEST(Special, KeepsTheRampForThoseWhoNeedIt) {
  const TextWorld world = Ternois(R"(
    offer o        volunteer-ride  of lien  serves anvin  dispatch direct
    offer staff    volunteer-ride  of lien  serves anvin
    volunteer van  lien  at anvin  car 3  ramp fitted
    volunteer car  lien  at anvin  car 3
    need  walks    volunteer-ride  at anvin  to anvin
    need  seated   volunteer-ride  at anvin  to anvin  needs wheelchair-seated
  )");
  EXPECT_EQ(world.TermOf("walks", "o/van", "special"), 0);
  EXPECT_EQ(world.TermOf("walks", "o/car", "special"), 10'000);
  EXPECT_EQ(world.TermOf("walks", "staff", "special"), -1);
  EXPECT_EQ(world.TermOf("seated", "o/van", "special"), 10'000);
}

TEST(Scarcity, SparesThoseWhoAloneCouldServeOthers) {
  const TextWorld world = Ternois(R"(
    offer none     repair  serves anvin  alone-for 0
    offer two      repair  serves anvin  alone-for 2
    offer many     repair  serves anvin  alone-for 6
    offer unknown  repair  serves anvin
    need  n1       repair  at anvin
  )");
  EXPECT_EQ(world.TermOf("n1", "none", "scarcity"), 10'000);
  EXPECT_EQ(world.TermOf("n1", "two", "scarcity"), 6'000);
  EXPECT_EQ(world.TermOf("n1", "many", "scarcity"), 0);
  EXPECT_EQ(world.TermOf("n1", "unknown", "scarcity"), -1);
}

TEST(Ranking, OrdersEqualsByTheLastAskingThenByOfferThenByVolunteer) {
  const TextWorld world = Ternois(R"(
    offer o2       repair  of lien  serves anvin  dispatch direct
    offer o1       repair  of lien  serves anvin  dispatch direct
    offer staff    repair  of lien  serves anvin  asked 2027-01-10 09:00
    offer earlier  repair  of lien  serves anvin  asked 2027-01-10 08:59
    volunteer b    lien  goes anvin
    volunteer a    lien  goes anvin
    need  n1       repair  at anvin
  )");
  EXPECT_THAT(world.Ranking("n1"), ElementsAre("o1/a", "o1/b", "o2/a", "o2/b", "earlier", "staff"));
}

TEST(Missions, AreRankedForAVolunteerByTheirOwnWeights) {
  const TextWorld world = Ternois(R"(
    offer clean    mission  in anvin   serves everywhere  meets outdoors
    offer sort     mission  in hesdin  serves everywhere  meets outdoors,lifting
    need  v        mission  at anvin   prefers outdoors,lifting
  )");
  EXPECT_EQ(world.TermOf("v", "clean", "preference"), 5'000);
  EXPECT_THAT(world.Ranking("v"), ElementsAre("sort", "clean")) << "liking outweighs nearness";
  int weights = 0;
  for (const Term& term : world.Ask("v").candidates[0].terms) weights += term.weight;
  EXPECT_EQ(weights, 25 + 5 + 5 + 20 + 30) << "no hours, so no margin; no quality, no freshness";
}

}  // namespace
}  // namespace entraide::matcher
