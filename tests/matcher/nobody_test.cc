// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "tests/matcher/ternois.h"

// What is said when nobody can: why, and who nearly could.
namespace entraide::matcher {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> NamesOf(const std::vector<NearMiss>& misses) {
  std::vector<std::string> names;
  for (const NearMiss& miss : misses) names.push_back(miss.offer.value);
  return names;
}

// The only near miss must ask for a change of this type.
template <typename Wanted>
Wanted OnlyChange(const TextWorld& world, const std::string& need) {
  const std::vector<NearMiss> misses = world.Ask(need).near_misses;
  if (misses.size() != 1 || !std::holds_alternative<Wanted>(misses[0].change)) {
    ADD_FAILURE() << misses.size() << " near misses, or another change";
    return {};
  }
  return std::get<Wanted>(misses[0].change);
}

TEST(BlockingRule, IsTheOneThatEmptiedTheSet) {
  const TextWorld world = Ternois(R"(
    offer a   visit  serves hesdin           notice 96
    offer b   visit  serves anvin            notice 96
    offer c   visit  serves anvin,saint-pol  purposes chat
    need  n1  visit  at anvin  for walk  on 2027-01-29 09:00-10:00
  )");
  const MatchResult result = world.Ask("n1");
  EXPECT_EQ(world.BlockingRule("n1"), "NOTICE_TOO_SHORT");
  EXPECT_THAT(result.refusals,
              ElementsAre(AllOf(Field(&RefusalCount::rule, Rule::kPurposeNotServed),
                                Field(&RefusalCount::count, 1)),
                          AllOf(Field(&RefusalCount::rule, Rule::kZoneNotServed),
                                Field(&RefusalCount::count, 1)),
                          AllOf(Field(&RefusalCount::rule, Rule::kNoticeTooShort),
                                Field(&RefusalCount::count, 1))));
}

TEST(BlockingRule, IsAbsentWhileSomebodyMight) {
  const TextWorld world = Ternois(R"(
    offer a   visit  serves anvin   eligible low-income=yes
    offer b   visit  serves hesdin
    need  n1  visit  at anvin
  )");
  EXPECT_EQ(world.BestFor("n1"), "nobody");
  EXPECT_EQ(world.BlockingRule("n1"), "");
  EXPECT_THAT(world.Ask("n1").conditional,
              ElementsAre(Field(&Candidate::missing_facts, ElementsAre("low-income"))));
}

TEST(NearMiss, NamesTheCommuneToAddAndHowFarItIsFromTheZone) {
  const TextWorld world = Ternois(R"(
    offer garage  repair  serves hesdin,auchy
    need  n1      repair  at frevent
  )");
  const AddCommunes change = OnlyChange<AddCommunes>(world, "n1");
  const CommuneIndex frevent = world.CommuneNamed("frevent");
  EXPECT_THAT(change.communes, ElementsAre(frevent));
  EXPECT_EQ(change.nearest_served, world.CommuneNamed("auchy"));
  EXPECT_EQ(change.from_zone,
            world.world().RouteBetween(frevent, world.CommuneNamed("auchy")).duration);
}

TEST(NearMiss, AddsBothEndsOrTheNearerOneAsTheOfferWants) {
  const TextWorld both = Ternois(R"(
    offer a   shared-ride  serves auchy  zone both
    need  n1  shared-ride  at frevent  to hesdin
  )");
  EXPECT_THAT(OnlyChange<AddCommunes>(both, "n1").communes, SizeIs(2));
  const TextWorld either = Ternois(R"(
    offer a   shared-ride  serves auchy  zone either
    need  n1  shared-ride  at frevent  to hesdin
  )");
  EXPECT_THAT(OnlyChange<AddCommunes>(either, "n1").communes,
              ElementsAre(either.CommuneNamed("hesdin")));
}

TEST(NearMiss, SaysHowMuchNoticeWasMissing) {
  const TextWorld world = Ternois(R"(
    offer a   visit  serves anvin  notice 48
    need  n1  visit  at anvin  on 2027-01-30 05:00-06:00
  )");
  EXPECT_EQ(OnlyChange<MoreNotice>(world, "n1").missing, absl::Hours(5));
}

TEST(NearMiss, SaysWhenToAskAgain) {
  const TextWorld world = Ternois(R"(
    offer a   visit  serves anvin  horizon 30
    need  n1  visit  at anvin  on 2027-03-10 09:00-10:00
  )");
  EXPECT_EQ(OnlyChange<AskLater>(world, "n1").from, At("2027-02-08 00:00"));
}

TEST(NearMiss, FindsTheNextDayWithTheSameHoursOpen) {
  const TextWorld world = Ternois(R"(
    now   2027-03-20 10:00
    offer a     visit  serves anvin  open mon-tue 09:00-12:00
    offer never visit  serves anvin  open mon-tue 14:00-18:00
    need  n1    visit  at anvin  on 2027-03-27 09:00-10:00
  )");
  EXPECT_EQ(OnlyChange<OtherDay>(world, "n1").days, 3) << "Easter Monday is closed too";
}

TEST(NearMiss, KnowsTheOtherSingleChanges) {
  const TextWorld world = Ternois(R"(
    offer a  repair         serves anvin  for professionals
    need  1  repair         at anvin
    offer b  self-repair    serves anvin  left bay-hour=0
    need  2  self-repair    at anvin
    offer c  shared-ride    serves anvin  seats 3
    need  3  shared-ride    at anvin  passengers 5
    offer d  vehicle-check  serves anvin  purposes bike
    need  4  vehicle-check  at anvin  for car
    offer e  visit          serves anvin
    need  5  visit          at anvin  needs oxygen
    offer f  meal           serves anvin  member before
    need  6  meal           at anvin  knows member-of=another
  )");
  OnlyChange<FileByPrescriber>(world, "1");
  OnlyChange<FreePlace>(world, "2");
  EXPECT_EQ(OnlyChange<MoreSeats>(world, "3").missing, 2);
  EXPECT_EQ(OnlyChange<AddPurpose>(world, "4").purpose, "car");
  EXPECT_EQ(OnlyChange<MeetNeed>(world, "5").need, "oxygen");
  OnlyChange<BecomeMember>(world, "6");
}

TEST(NearMiss, IsNoneThatTwoRulesRefuseNorOneThatIsHiddenOrDeclined) {
  const TextWorld world = Ternois(R"(
    offer twice     visit  serves hesdin  notice 96
    offer hidden    visit  serves anvin   listing hidden
    offer declined  visit  serves anvin
    need  n1        visit  at anvin  on 2027-01-29 09:00-10:00  excluding declined
  )");
  EXPECT_THAT(world.Ask("n1").near_misses, IsEmpty());
}

TEST(NearMiss, KeepsTheBestThree) {
  const TextWorld world = Ternois(R"(
    offer from-frevent    visit  serves frevent
    offer from-anvin      visit  serves anvin
    offer from-auchy      visit  serves auchy
    offer needs-notice    visit  serves hesdin   notice 96
    need  n1              visit  at hesdin  on 2027-01-29 09:00-10:00
  )");
  EXPECT_THAT(NamesOf(world.Ask("n1").near_misses),
              ElementsAre("needs-notice", "from-auchy", "from-anvin"));
}

TEST(NearMiss, IsNotSoughtWhileSomebodyCan) {
  const TextWorld world = Ternois(R"(
    offer a   visit  serves anvin
    offer b   visit  serves hesdin
    need  n1  visit  at anvin
  )");
  EXPECT_EQ(world.BestFor("n1"), "a");
  EXPECT_THAT(world.Ask("n1").near_misses, IsEmpty());
}

}  // namespace
}  // namespace entraide::matcher
