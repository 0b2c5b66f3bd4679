// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "tests/matcher/ternois.h"

namespace entraide::matcher {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;

std::vector<std::string> SubstitutesOf(const TextWorld& world, const std::string& need) {
  std::vector<std::string> names;
  for (const Substitute& substitute : world.Ask(need).substitutes) {
    names.push_back(absl::StrCat(substitute.kind, " ", substitute.candidate.offer.value));
  }
  return names;
}

TEST(Substitutes, PassTheSameRulesAndFollowThePurpose) {
  const TextWorld world = Ternois(R"(
    offer bus      on-demand-transit  serves anvin   purposes shopping
    offer far-bus  on-demand-transit  serves hesdin
    offer errands  shopping           serves anvin
    offer forms    admin-help         serves anvin
    need  n1       volunteer-ride     at anvin  for shopping
    need  n2       volunteer-ride     at anvin  for admin
  )");
  EXPECT_THAT(SubstitutesOf(world, "n1"), ElementsAre("on-demand-transit bus", "shopping errands"));
  EXPECT_THAT(SubstitutesOf(world, "n2"), ElementsAre("admin-help forms"));
}

TEST(Substitutes, LendAVehicleOnlyToThoseWhoMayDrive) {
  const TextWorld world = Ternois(R"(
    offer car      vehicle-loan    serves anvin
    need  driver   volunteer-ride  at anvin  knows licence=b
    need  walker   volunteer-ride  at anvin  knows licence=none
    need  unknown  volunteer-ride  at anvin
  )");
  EXPECT_THAT(SubstitutesOf(world, "driver"), ElementsAre("vehicle-loan car"));
  EXPECT_THAT(SubstitutesOf(world, "walker"), IsEmpty());
  ASSERT_THAT(SubstitutesOf(world, "unknown"), ElementsAre("vehicle-loan car"));
  EXPECT_THAT(world.Ask("unknown").substitutes[0].candidate.missing_facts, ElementsAre("licence"));
}

TEST(Substitutes, OfferAnElectricBikeInPlaceOfACar) {
  const TextWorld world = Ternois(R"(
    offer bikes  vehicle-loan  serves anvin  purposes e-bike
    need  n1     vehicle-loan  at anvin  for car
  )");
  EXPECT_THAT(world.Ask("n1").substitutes,
              ElementsAre(AllOf(
                  Field(&Substitute::kind, "vehicle-loan"), Field(&Substitute::purpose, "e-bike"),
                  Field(&Substitute::differences, ElementsAre(Difference::kPurpose)))));
}

TEST(Substitutes, SayWhatDiffers) {
  const TextWorld world = Ternois(R"(
    offer errands  shopping        serves anvin
    need  n1       volunteer-ride  at anvin  for shopping
  )");
  EXPECT_THAT(world.Ask("n1").substitutes,
              ElementsAre(Field(&Substitute::differences,
                                ElementsAre(Difference::kKind, Difference::kPurpose))));
}

TEST(Substitutes, OfferVolunteersInPlaceOfPaidHelpWhereTheLawAllows) {
  const TextWorld world = Ternois(R"(
    offer neighbours  personal-care  serves anvin  modes benevole
    need  able        personal-care  at anvin  mode prestataire
    need  dependent   personal-care  at anvin  mode prestataire  approval needed
    need  unpaid      personal-care  at hesdin mode benevole
  )");
  EXPECT_THAT(world.Ask("able").substitutes,
              ElementsAre(AllOf(Field(&Substitute::mode, "benevole"),
                                Field(&Substitute::differences, ElementsAre(Difference::kMode)))));
  EXPECT_THAT(world.Ask("dependent").substitutes, IsEmpty());
  EXPECT_THAT(world.Ask("unpaid").substitutes, IsEmpty());
}

TEST(Substitutes, LendABikeOrDriveToTheJobInPlaceOfACar) {
  const TextWorld world = Ternois(R"(
    offer rides   volunteer-ride   serves anvin  purposes work
    offer leisure volunteer-ride   serves anvin  purposes leisure
    offer advice  mobility-advice  serves anvin
    need  n1      vehicle-loan     at anvin  for car
  )");
  EXPECT_THAT(SubstitutesOf(world, "n1"),
              ElementsAre("volunteer-ride rides", "mobility-advice advice"));
}

TEST(Substitutes, KeepPeopleMovingWhileTheirCarIsRepaired) {
  const TextWorld world = Ternois(R"(
    offer self    self-repair      serves anvin
    offer loan    vehicle-loan     serves anvin
    offer rides   volunteer-ride   serves anvin
    offer shared  shared-ride      serves anvin
    offer bus     on-demand-transit  serves anvin
    offer advice  mobility-advice  serves anvin
    need  n1      repair           at anvin  knows licence=b
  )");
  EXPECT_THAT(SubstitutesOf(world, "n1"),
              ElementsAre("self-repair self", "vehicle-loan loan", "volunteer-ride rides",
                          "shared-ride shared", "on-demand-transit bus", "mobility-advice advice"));
}

}  // namespace
}  // namespace entraide::matcher
