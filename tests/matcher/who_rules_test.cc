// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "tests/matcher/ternois.h"

// The hard rules that look at what is asked, where, by and for whom.
namespace entraide::matcher {
namespace {

using ::testing::ElementsAre;

TEST(KindNotOffered, IsSaidWhenNobodyOffersTheKind) {
  const TextWorld world = Ternois(R"(
    offer a  visit   serves anvin
    need  n1 repair  at anvin
  )");
  EXPECT_EQ(world.BestFor("n1"), "nobody");
  EXPECT_EQ(world.BlockingRule("n1"), "KIND_NOT_OFFERED");
}

TEST(PurposeNotServed, RefusesOtherPurposesAndAsksWhenNoneWasSaid) {
  const TextWorld world = Ternois(R"(
    offer all     shared-ride  serves anvin
    offer work    shared-ride  serves anvin  purposes work,training
    need  work    shared-ride  at anvin  for work
    need  leisure shared-ride  at anvin  for leisure
    need  unsaid  shared-ride  at anvin
  )");
  EXPECT_EQ(world.WhyNot("work", "work"), "");
  EXPECT_EQ(world.WhyNot("leisure", "all"), "");
  EXPECT_EQ(world.WhyNot("leisure", "work"), "PURPOSE_NOT_SERVED");
  EXPECT_EQ(world.WhyNot("unsaid", "work"), "NEEDS_INFO");
}

TEST(ZoneNotServed, LooksAtTheEndThatTheOfferSays) {
  const TextWorld world = Ternois(R"(
    offer residence  shared-ride  serves anvin,auchy  zone residence
    offer pickup     shared-ride  serves anvin,auchy  zone pickup
    offer dropoff    shared-ride  serves anvin,auchy  zone dropoff
    offer both       shared-ride  serves anvin,auchy  zone both
    offer either     shared-ride  serves anvin,auchy  zone either
    need  out        shared-ride  at anvin    from anvin    to hesdin
    need  in         shared-ride  at hesdin   from hesdin   to auchy
    need  across     shared-ride  at hesdin   from anvin    to auchy
    need  away       shared-ride  at anvin    from hesdin   to frevent
  )");
  const std::string no = "ZONE_NOT_SERVED";
  const auto why = [&](const std::string& need) {
    std::vector<std::string> answers;
    for (const char* offer : {"residence", "pickup", "dropoff", "both", "either"}) {
      answers.push_back(world.WhyNot(need, offer));
    }
    return answers;
  };
  EXPECT_THAT(why("out"), ElementsAre("", "", no, no, ""));
  EXPECT_THAT(why("in"), ElementsAre(no, no, "", no, ""));
  EXPECT_THAT(why("across"), ElementsAre(no, "", "", "", ""));
  EXPECT_THAT(why("away"), ElementsAre("", no, no, no, no));
}

TEST(ZoneNotServed, ServesNobodyWithoutAZoneAndAsksForAMissingEnd) {
  const TextWorld world = Ternois(R"(
    offer nowhere     shared-ride
    offer nowhere-to  shared-ride                    zone dropoff
    offer everywhere  shared-ride  serves everywhere zone both
    offer to-anvin    shared-ride  serves anvin      zone dropoff
    offer either      shared-ride  serves anvin      zone either
    need  n1          shared-ride  at hesdin
    need  n2          shared-ride  at anvin
  )");
  EXPECT_EQ(world.WhyNot("n1", "nowhere"), "ZONE_NOT_SERVED");
  EXPECT_EQ(world.WhyNot("n1", "nowhere-to"), "ZONE_NOT_SERVED");
  EXPECT_EQ(world.WhyNot("n1", "everywhere"), "");
  EXPECT_EQ(world.WhyNot("n1", "to-anvin"), "NEEDS_INFO");
  EXPECT_EQ(world.WhyNot("n1", "either"), "NEEDS_INFO");
  EXPECT_EQ(world.WhyNot("n2", "either"), "");
}

TEST(PrescriberRequired, RefusesResidentsWhereOnlyProfessionalsMayAsk) {
  const TextWorld world = Ternois(R"(
    offer unsaid  repair  serves anvin
    offer pro     repair  serves anvin  for professionals
    offer both    repair  serves anvin  for both
    need  alone   repair  at anvin
    need  filed   repair  at anvin  filed by-prescriber
  )");
  EXPECT_EQ(world.WhyNot("alone", "unsaid"), "");
  EXPECT_EQ(world.WhyNot("alone", "both"), "");
  EXPECT_EQ(world.WhyNot("alone", "pro"), "PRESCRIBER_REQUIRED");
  EXPECT_EQ(world.WhyNot("filed", "pro"), "");
}

TEST(NotEligible, RefusesWhatIsKnownAndAsksWhatIsNot) {
  const TextWorld world = Ternois(R"(
    offer a        repair  serves anvin  eligible social-minimum=rsa/ass,low-income=yes
    need  rsa      repair  at anvin  knows social-minimum=rsa
    need  unknown  repair  at anvin  knows social-minimum=none
    need  rich     repair  at anvin  knows social-minimum=none,low-income=no
    need  declined repair  at anvin  knows social-minimum=none,low-income=
  )");
  EXPECT_EQ(world.WhyNot("rsa", "a"), "");
  EXPECT_EQ(world.WhyNot("unknown", "a"), "NEEDS_INFO");
  EXPECT_EQ(world.WhyNot("rich", "a"), "NOT_ELIGIBLE");
  EXPECT_EQ(world.WhyNot("declined", "a"), "NOT_ELIGIBLE");
}

TEST(HealthInsurancePaid, RefusesRidesThatItPaysAndAsksOnHealthPurposesOnly) {
  const TextWorld world = Ternois(R"(
    offer a        volunteer-ride  serves anvin
    offer cook     meal            serves anvin
    need  paid     volunteer-ride  at anvin  for health   insurance yes
    need  unpaid   volunteer-ride  at anvin  for health   insurance no
    need  unknown  volunteer-ride  at anvin  for health
    need  market   volunteer-ride  at anvin  for shopping
    need  dinner   meal            at anvin  for health   insurance yes
  )");
  EXPECT_EQ(world.WhyNot("paid", "a"), "HEALTH_INSURANCE_PAID");
  EXPECT_EQ(world.WhyNot("unpaid", "a"), "");
  EXPECT_EQ(world.WhyNot("unknown", "a"), "NEEDS_INFO");
  EXPECT_EQ(world.WhyNot("market", "a"), "");
  EXPECT_EQ(world.WhyNot("dinner", "cook"), "");
}

TEST(NeedNotCovered, RefusesForSafetyNeverForComfort) {
  const TextWorld world = Ternois(R"(
    offer a        volunteer-ride  serves anvin  meets wheelchair-seated
    need  seated   volunteer-ride  at anvin  needs wheelchair-seated
    need  oxygen   volunteer-ride  at anvin  needs wheelchair-seated,oxygen
    need  comfort  volunteer-ride  at anvin  needs hearing,luggage
    need  new-word volunteer-ride  at anvin  needs defibrillator
  )");
  EXPECT_EQ(world.WhyNot("seated", "a"), "");
  EXPECT_EQ(world.WhyNot("oxygen", "a"), "NEED_NOT_COVERED");
  EXPECT_EQ(world.WhyNot("comfort", "a"), "");
  EXPECT_EQ(world.WhyNot("new-word", "a"), "NEED_NOT_COVERED") << "what we do not know is safety";
}

TEST(NoSeat, RefusesMorePassengersThanTheLargestVehicleSeats) {
  const TextWorld world = Ternois(R"(
    offer three   volunteer-ride  serves anvin  seats 3
    offer unsaid  volunteer-ride  serves anvin
    need  full    volunteer-ride  at anvin  passengers 3
    need  crowd   volunteer-ride  at anvin  passengers 4
  )");
  EXPECT_EQ(world.WhyNot("full", "three"), "");
  EXPECT_EQ(world.WhyNot("crowd", "three"), "NO_SEAT");
  EXPECT_EQ(world.WhyNot("crowd", "unsaid"), "");
}

TEST(NoCapacity, RefusesWhatIsGoneOrClosedButNotAWaitingList) {
  const TextWorld world = Ternois(R"(
    offer unsaid      vehicle-loan  serves anvin
    offer one-left    vehicle-loan  serves anvin  left vehicle=1
    offer none-left   vehicle-loan  serves anvin  left place=2  left vehicle=0
    offer closed      vehicle-loan  serves anvin  left vehicle=1  intake closed
    offer waitlist    vehicle-loan  serves anvin  left vehicle=0  intake waitlist
    offer assessment  vehicle-loan  serves anvin  left vehicle=0  intake assessment
    need  n1          vehicle-loan  at anvin
  )");
  EXPECT_EQ(world.WhyNot("n1", "unsaid"), "");
  EXPECT_EQ(world.WhyNot("n1", "one-left"), "");
  EXPECT_EQ(world.WhyNot("n1", "none-left"), "NO_CAPACITY");
  EXPECT_EQ(world.WhyNot("n1", "closed"), "NO_CAPACITY");
  EXPECT_EQ(world.WhyNot("n1", "waitlist"), "");
  EXPECT_EQ(world.WhyNot("n1", "assessment"), "");
}

TEST(Excluded, RefusesTheOfferThatDeclined) {
  const TextWorld world = Ternois(R"(
    offer a   visit  serves anvin
    offer b   visit  serves anvin
    need  n1  visit  at anvin  excluding a
  )");
  EXPECT_EQ(world.WhyNot("n1", "a"), "EXCLUDED");
  EXPECT_EQ(world.WhyNot("n1", "b"), "");
}

TEST(MinorNotAccepted, RefusesAMinorAloneUnlessTheOfferTakesThem) {
  const TextWorld world = Ternois(R"(
    offer adults  volunteer-ride  serves anvin
    offer all     volunteer-ride  serves anvin  minors accepted
    need  minor   volunteer-ride  at anvin  minor alone  knows guardian-authorisation=yes
    need  adult   volunteer-ride  at anvin
  )");
  EXPECT_EQ(world.WhyNot("minor", "adults"), "MINOR_NOT_ACCEPTED");
  EXPECT_EQ(world.WhyNot("minor", "all"), "");
  EXPECT_EQ(world.WhyNot("adult", "adults"), "");
}

TEST(MinorNotAccepted, WantsAGuardiansAuthorisationAndAsksForIt) {
  const TextWorld world = Ternois(R"(
    offer adults   volunteer-ride  serves anvin
    offer all      volunteer-ride  serves anvin  minors accepted
    need  unsaid   volunteer-ride  at anvin  minor alone
    need  no       volunteer-ride  at anvin  minor alone  knows guardian-authorisation=no
    need  declined volunteer-ride  at anvin  minor alone  knows guardian-authorisation=
  )");
  EXPECT_EQ(world.WhyNot("unsaid", "adults"), "MINOR_NOT_ACCEPTED");
  EXPECT_EQ(world.WhyNot("unsaid", "all"), "NEEDS_INFO");
  EXPECT_EQ(world.WhyNot("no", "all"), "MINOR_NOT_ACCEPTED");
  EXPECT_EQ(world.WhyNot("declined", "all"), "MINOR_NOT_ACCEPTED");
}

TEST(ApprovalRequired, IsForHelpAtHomeOfDependentPersonsAndOfSmallChildren) {
  const TextWorld world = Ternois(R"(
    offer declared  personal-care   serves anvin
    offer approved  personal-care   serves anvin  approved dependent-person
    offer nanny     childcare       serves anvin  approved dependent-person
    offer creche    childcare       serves anvin  approved child-under-3
    offer driver    volunteer-ride  serves anvin
    need  gir-2     personal-care   at anvin  approval needed
    need  able      personal-care   at anvin
    need  baby      childcare       at anvin  approval needed
    need  ride      volunteer-ride  at anvin  approval needed
  )");
  EXPECT_EQ(world.WhyNot("gir-2", "declared"), "APPROVAL_REQUIRED");
  EXPECT_EQ(world.WhyNot("gir-2", "approved"), "");
  EXPECT_EQ(world.WhyNot("able", "declared"), "");
  EXPECT_EQ(world.WhyNot("baby", "nanny"), "APPROVAL_REQUIRED");
  EXPECT_EQ(world.WhyNot("baby", "creche"), "");
  EXPECT_EQ(world.WhyNot("ride", "driver"), "");
}

TEST(ApprovalRequired, LastsUntilTheServiceEnds) {
  const TextWorld world = Ternois(R"(
    offer a        personal-care  serves anvin  approved dependent-person=2027-02-01
    need  last-day personal-care  at anvin  approval needed  on 2027-02-01 23:00-24:00
    need  next-day personal-care  at anvin  approval needed  on 2027-02-02 00:00-01:00
    need  any-date personal-care  at anvin  approval needed
  )");
  EXPECT_EQ(world.WhyNot("last-day", "a"), "");
  EXPECT_EQ(world.WhyNot("next-day", "a"), "APPROVAL_REQUIRED");
  EXPECT_EQ(world.WhyNot("any-date", "a"), "");
}

TEST(PurposeNotServed, LooksAtTheModeOfHelpToo) {
  const TextWorld world = Ternois(R"(
    offer all      housework  serves anvin
    offer paid     housework  serves anvin  modes prestataire,mandataire
    need  any      housework  at anvin
    need  paid     housework  at anvin  mode mandataire
    need  unpaid   housework  at anvin  mode benevole
  )");
  EXPECT_EQ(world.WhyNot("any", "paid"), "");
  EXPECT_EQ(world.WhyNot("paid", "paid"), "");
  EXPECT_EQ(world.WhyNot("unpaid", "paid"), "PURPOSE_NOT_SERVED");
  EXPECT_EQ(world.WhyNot("unpaid", "all"), "");
}

TEST(MembershipRequired, RefusesThoseWhoAreNoMembersAndAsksIfUnknown) {
  const TextWorld world = Ternois(R"(
    offer club      repair  of acces-auto  serves anvin  member before
    offer welcome   repair  of acces-auto  serves anvin  member at-first-use
    need  member    repair  at anvin  knows member-of=acces-auto
    need  stranger  repair  at anvin  knows member-of=another
    need  unknown   repair  at anvin
  )");
  EXPECT_EQ(world.WhyNot("member", "club"), "");
  EXPECT_EQ(world.WhyNot("stranger", "club"), "MEMBERSHIP_REQUIRED");
  EXPECT_EQ(world.WhyNot("stranger", "welcome"), "");
  EXPECT_EQ(world.WhyNot("unknown", "club"), "NEEDS_INFO");
}

}  // namespace
}  // namespace entraide::matcher
