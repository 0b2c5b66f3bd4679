// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "tests/matcher/ternois.h"

// Offers that their volunteers answer themselves.
namespace entraide::matcher {
namespace {

using ::testing::ElementsAre;
using ::testing::FieldsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Direct, AsksEachVolunteerWhoHelpsWithTheKind) {
  const TextWorld world = Ternois(R"(
    offer direct   volunteer-ride  of lien  serves anvin  dispatch direct
    offer staff    volunteer-ride  of lien  serves anvin
    volunteer a    lien   at anvin  car 3
    volunteer b    lien   at anvin  car 3  helps-with volunteer-ride,visit
    volunteer c    lien   at anvin  car 3  helps-with visit
    volunteer d    autre  at anvin  car 3
    need  n1       volunteer-ride  at anvin  to anvin
  )");
  EXPECT_THAT(world.Ranking("n1"),
              ::testing::UnorderedElementsAre("direct/a", "direct/b", "staff"));
}

TEST(Direct, CountsAnOfferOnceAndItsVolunteersApart) {
  const TextWorld world = Ternois(R"(
    offer a        volunteer-ride  of lien    serves anvin   dispatch direct
    offer b        volunteer-ride  of autre   serves hesdin  dispatch direct
    offer c        volunteer-ride  of tiers   serves anvin   dispatch direct
    offer d        volunteer-ride  of quart   serves anvin   dispatch direct
    volunteer a1   lien   at anvin
    volunteer a2   lien   at anvin  car 3  admission ended
    volunteer b1   autre  at anvin  car 3
    volunteer b2   autre  at anvin  car 3
    volunteer d1   quart  at anvin
    volunteer d2   quart  at anvin  car 3
    need  n1       volunteer-ride  at anvin  to anvin
  )");
  const MatchResult result = world.Ask("n1");
  EXPECT_THAT(result.candidates, SizeIs(1));
  EXPECT_THAT(result.refusals,
              ElementsAre(FieldsAre(Rule::kZoneNotServed, 1, 2), FieldsAre(Rule::kNoSeat, 0, 2),
                          FieldsAre(Rule::kNotAdmitted, 2, 1)));
}

TEST(Direct, SaysWhichRuleEmptiedTheSet) {
  const TextWorld world = Ternois(R"(
    offer a        volunteer-ride  of lien  serves anvin  dispatch direct
    offer b        volunteer-ride  serves hesdin
    volunteer a1   lien   at anvin
    volunteer a2   lien   at anvin  car 3  admission ended
    need  n1       volunteer-ride  at anvin  to anvin
  )");
  EXPECT_EQ(world.BlockingRule("n1"), "NOT_ADMITTED");
}

template <typename Wanted>
Wanted OnlyChange(const TextWorld& world, const std::string& need) {
  const std::vector<NearMiss> misses = world.Ask(need).near_misses;
  if (misses.size() != 1 || !std::holds_alternative<Wanted>(misses[0].change)) {
    ADD_FAILURE() << misses.size() << " near misses, or another change";
    return {};
  }
  return std::get<Wanted>(misses[0].change);
}

TEST(DirectNearMiss, IsTheBestOfTheVolunteersAndNamesNone) {
  const TextWorld world = Ternois(R"(
    offer a         volunteer-ride  of lien  serves anvin  dispatch direct
    volunteer small lien   at anvin  car 1
    volunteer free  lien   at anvin  car 4  leave 2027-02-01..2027-02-03
    volunteer later lien   at anvin  car 4  leave 2027-02-01..2027-02-05
    need  n1        volunteer-ride  at anvin  to anvin  passengers 4  on 2027-02-01 09:00-10:00
  )");
  EXPECT_EQ(OnlyChange<OtherDay>(world, "n1").days, 3);
}

TEST(DirectNearMiss, KnowsWhatVolunteersLack) {
  const TextWorld world = Ternois(R"(
    offer a        visit        of lien   serves anvin  dispatch direct  papers id
    offer b        meal         of autre  serves anvin  dispatch direct
    offer c        shared-ride  of tiers  serves anvin  dispatch direct
    offer d        shopping     of quart  serves anvin  dispatch direct
    volunteer a1   lien   at anvin  holds id=2027-01-01
    volunteer b1   autre  at anvin  admission pending
    volunteer c1   tiers  at anvin  car 2
    volunteer d1   quart  at anvin  goes hesdin
    need  1        visit        at anvin
    need  2        meal         at anvin
    need  3        shared-ride  at anvin  to anvin  passengers 4
    need  4        shopping     at anvin
  )");
  EXPECT_EQ(OnlyChange<RenewDocument>(world, "1").kind, "id");
  OnlyChange<AdmitVolunteer>(world, "2");
  EXPECT_EQ(OnlyChange<MoreSeats>(world, "3").missing, 2);
  EXPECT_THAT(world.Ask("4").near_misses, IsEmpty()) << "the offer's zone is not what lacks";
}

TEST(DirectNearMiss, FindsTheDayOnWhichSomebodyBusyOrAtTheirLimitIsFree) {
  const TextWorld world = Ternois(R"(
    offer a        visit  of lien   serves anvin  dispatch direct
    offer b        meal   of autre  serves anvin  dispatch direct
    volunteer a1   lien   at anvin
    volunteer b1   autre  at anvin  max-trips 1
    commitment t1  a  of a1  from anvin  to anvin  on 2027-02-01 09:00-10:00
    commitment t2  a  of a1  from anvin  to anvin  on 2027-02-02 09:30-10:00
    commitment t3  b  of b1  from anvin  to anvin  on 2027-02-03 09:00-10:00
    need  1        visit  at anvin  on 2027-02-01 09:00-10:00
    need  2        meal   at anvin  on 2027-02-01 09:00-10:00
  )");
  EXPECT_EQ(OnlyChange<OtherDay>(world, "1").days, 2);
  EXPECT_EQ(OnlyChange<OtherDay>(world, "2").days, 7);
}

}  // namespace
}  // namespace entraide::matcher
