// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "tests/matcher/ternois.h"

namespace entraide::matcher {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Field;

TEST(Ranking, LooksAtWhomAnOfferServesNotAtItsAddress) {
  const TextWorld world = Ternois(R"(
    offer next-door  repair  in saint-pol  serves saint-pol
    offer garage     repair  in auchy      serves auchy,hesdin,frevent
    need  n1         repair  at frevent
  )");
  EXPECT_THAT(world.Ranking("n1"), ElementsAre("garage"));
  EXPECT_EQ(world.WhyNot("n1", "next-door"), "ZONE_NOT_SERVED");
}

TEST(Ranking, PrefersTheNearerPlace) {
  const TextWorld world = Ternois(R"(
    offer far   repair  in frevent  serves everywhere
    offer near  repair  in auchy    serves everywhere
    need  n1    repair  at hesdin
  )");
  EXPECT_THAT(world.Ranking("n1"), ElementsAre("near", "far"));
}

TEST(Ranking, OrdersEqualsByTheirId) {
  const TextWorld world = Ternois(R"(
    offer b   visit  in auchy  serves everywhere
    offer c   visit  in auchy  serves everywhere
    offer a   visit  in auchy  serves everywhere
    need  n1  visit  at hesdin
  )");
  EXPECT_THAT(world.Ranking("n1"), ElementsAre("a", "b", "c"));
}

TEST(Ranking, GivesTheScoreAsTheWeightedMeanOfTheTermsThatApply) {
  const TextWorld world = Ternois(R"(
    offer a   visit  serves everywhere  quality 0.4  meets hearing
    need  n1  visit  at hesdin  needs hearing,memory  on 2027-02-01 09:00-10:00
  )");
  const MatchResult result = world.Ask("n1");
  ASSERT_EQ(result.candidates.size(), 1);
  EXPECT_EQ(result.weights_version, "v1");
  EXPECT_THAT(result.candidates[0].terms,
              ElementsAre(AllOf(Field(&Term::name, "reactivity"), Field(&Term::value, 5000),
                                Field(&Term::weight, 10)),
                          AllOf(Field(&Term::name, "preference"), Field(&Term::value, 5000),
                                Field(&Term::weight, 15)),
                          AllOf(Field(&Term::name, "freshness"), Field(&Term::value, 4000),
                                Field(&Term::weight, 5))));
  EXPECT_EQ(result.candidates[0].score, (10 * 5000 + 15 * 5000 + 5 * 4000) / 30);
}

TEST(Detour, OfARideCountsTheWayThereAndTheWayHome) {
  const TextWorld world = Ternois(R"(
    offer ride  volunteer-ride  in anvin  serves everywhere
    offer shop  repair          in anvin  serves everywhere
    need  away  volunteer-ride  at anvin  from anvin  to hesdin
    need  there repair          at hesdin
  )");
  const World& places = world.world();
  const CommuneIndex anvin = world.CommuneNamed("anvin");
  const CommuneIndex hesdin = world.CommuneNamed("hesdin");
  const int64_t stay = absl::ToInt64Seconds(places.RouteBetween(anvin, anvin).duration);
  const int64_t way = absl::ToInt64Seconds(places.RouteBetween(hesdin, anvin).duration);
  EXPECT_EQ(world.TermOf("away", "ride", "detour"), 10'000 - 10'000 * (stay + way) / 3600);
  EXPECT_EQ(world.TermOf("there", "shop", "detour"), 10'000 - 10'000 * way / 3600);
}

TEST(Wait, CountsDaysToTheFirstDateWhenAnyWillDo) {
  const TextWorld world = Ternois(R"(
    offer today     repair  serves anvin
    offer monday    repair  serves anvin  open mon 09:00-12:00
    offer notice    repair  serves anvin  open mon-fri 09:00-12:00  notice 48
    offer waitlist  repair  serves anvin  intake waitlist
    need  n1        repair  at anvin
    need  dated     repair  at anvin  on 2027-02-01 09:00-10:00
  )");
  EXPECT_EQ(world.TermOf("n1", "today", "wait"), 10'000);
  EXPECT_EQ(world.TermOf("n1", "monday", "wait"), 10'000 - 10'000 * 4 / 30);
  EXPECT_EQ(world.TermOf("n1", "notice", "wait"), 10'000 - 10'000 * 4 / 30) << "48 h and a weekend";
  EXPECT_EQ(world.TermOf("n1", "waitlist", "wait"), 0);
  EXPECT_EQ(world.TermOf("dated", "today", "wait"), -1);
}

TEST(Cost, ComparesWhatTheResidentPaysWithTheDearest) {
  const TextWorld world = Ternois(R"(
    offer free     housework  serves anvin  costs free
    offer hourly   housework  serves anvin  costs 1000/hour
    offer dearest  housework  serves anvin  costs 1500/hour  costs 1000/flat
    offer unknown  housework  serves anvin
    need  n1       housework  at anvin  on 2027-02-01 09:00-11:00
  )");
  EXPECT_EQ(world.TermOf("n1", "free", "cost"), 10'000);
  EXPECT_EQ(world.TermOf("n1", "hourly", "cost"), 5'000);
  EXPECT_EQ(world.TermOf("n1", "dearest", "cost"), 0);
  EXPECT_EQ(world.TermOf("n1", "unknown", "cost"), -1);
}

TEST(Cost, OfKilometersIsKnownOnlyWithBothEnds) {
  const TextWorld world = Ternois(R"(
    offer a     volunteer-ride  serves anvin  costs 30/km
    offer b     volunteer-ride  serves anvin  costs free
    need  n1    volunteer-ride  at anvin
    need  n2    volunteer-ride  at anvin  to hesdin
  )");
  EXPECT_EQ(world.TermOf("n1", "a", "cost"), -1);
  EXPECT_EQ(world.TermOf("n2", "a", "cost"), 0);
  EXPECT_EQ(world.TermOf("n2", "b", "cost"), 10'000);
}

TEST(Candidate, SaysThatItIsAskedElsewhereOrHasAWaitingList) {
  const TextWorld world = Ternois(R"(
    offer a   repair  serves anvin  shown elsewhere  intake waitlist
    need  n1  repair  at anvin
  )");
  EXPECT_THAT(world.Ask("n1").candidates,
              ElementsAre(AllOf(Field(&Candidate::external, true),
                                Field(&Candidate::intake, Intake::kWaitlist))));
}

TEST(Freshness, DoesNotRankRides) {
  const TextWorld world = Ternois(R"(
    offer a   volunteer-ride  serves anvin  quality 0.5
    offer b   visit           serves anvin  quality 0.5
    need  n1  volunteer-ride  at anvin
    need  n2  visit           at anvin
  )");
  EXPECT_EQ(world.TermOf("n1", "a", "freshness"), -1);
  EXPECT_EQ(world.TermOf("n2", "b", "freshness"), 5'000);
}

}  // namespace
}  // namespace entraide::matcher
