// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "matcher/engine/tus.h"
#include "tests/matcher/ternois.h"

namespace entraide::matcher {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;

// Two villages, one whose urban unit nobody has counted, a town, a larger one, one far away.
constexpr char kPlaces[] = R"(
  now     2027-01-28 10:00
  commune anvin    at 50.4450 2.2570  unit 0
  commune frevent  at 50.2760 2.2870  unit 11999
  commune unsaid   at 50.3990 2.1010
  commune arras    at 50.2910 2.7770  unit 12000  hub yes
  commune bruay    at 50.4800 2.5500  unit 100000
  commune amiens   at 49.5000 2.3000  unit 0
)";

TextWorld Places(absl::string_view lines) { return TextWorld(absl::StrCat(kPlaces, lines)); }

std::vector<absl::string_view> FindingsOf(const TextWorld& world, const std::string& need,
                                          const std::string& candidate = "o") {
  std::vector<absl::string_view> codes;
  for (const TusFinding finding : TusOpinionOf(world.TrialOf(need, candidate)).findings) {
    codes.push_back(Code(finding));
  }
  return codes;
}

TEST(Tus, QualifiesTheResidentsOfSmallPlacesWhoStayInThem) {
  const TextWorld world = Places(R"(
    offer o        volunteer-ride  serves everywhere
    need  village  volunteer-ride  at anvin    to frevent  knows low-income=no,social-minimum=none
    need  out      volunteer-ride  at anvin    to arras    knows low-income=no,social-minimum=none
    need  in       volunteer-ride  at anvin    from bruay  to anvin  knows low-income=no,social-minimum=none
    need  town     volunteer-ride  at arras    to anvin    knows low-income=no,social-minimum=none
    need  home     volunteer-ride  at unsaid   to anvin    knows low-income=no,social-minimum=none
    need  end      volunteer-ride  at anvin    to unsaid   knows low-income=no,social-minimum=none
  )");
  EXPECT_THAT(FindingsOf(world, "village"), IsEmpty());
  EXPECT_THAT(FindingsOf(world, "out"), ElementsAre("TUS_DESTINATION")) << "12,000 is not below";
  EXPECT_THAT(FindingsOf(world, "in"), ElementsAre("TUS_DESTINATION"));
  EXPECT_THAT(FindingsOf(world, "town"), ElementsAre("TUS_NOT_QUALIFIED"));
  EXPECT_THAT(FindingsOf(world, "home"), ElementsAre("TUS_UNKNOWN"));
  EXPECT_THAT(FindingsOf(world, "end"), ElementsAre("TUS_UNKNOWN"));
}

TEST(Tus, QualifiesThoseWithLowResourcesOrABenefitWhereverTheyGo) {
  const TextWorld world = Places(R"(
    offer o       volunteer-ride  serves everywhere
    need  rsa     volunteer-ride  at arras  to bruay  knows social-minimum=rsa
    need  low     volunteer-ride  at arras  to bruay  knows low-income=yes
    need  unsaid  volunteer-ride  at arras  to bruay
    need  half    volunteer-ride  at arras  to bruay  knows low-income=no
    need  small   volunteer-ride  at anvin  to frevent
  )");
  EXPECT_THAT(FindingsOf(world, "rsa"), IsEmpty());
  EXPECT_THAT(FindingsOf(world, "low"), IsEmpty());
  EXPECT_THAT(FindingsOf(world, "unsaid"), ElementsAre("TUS_UNKNOWN"));
  EXPECT_THAT(FindingsOf(world, "half"), ElementsAre("TUS_UNKNOWN"));
  EXPECT_THAT(FindingsOf(world, "small"), IsEmpty()) << "nothing hangs on it";
  EXPECT_THAT(TusOpinionOf(world.TrialOf("half", "o")).missing_facts,
              ElementsAre("social-minimum"));
}

TEST(Tus, LetsThemTravelOnFromAListedHub) {
  const TextWorld world = Places(R"(
    offer o      volunteer-ride  serves everywhere
    need  train  volunteer-ride  at anvin  to arras  for transit-transfer  knows low-income=,social-minimum=
    need  shops  volunteer-ride  at anvin  to arras  for shopping          knows low-income=,social-minimum=
    need  no-hub volunteer-ride  at anvin  to bruay  for transit-transfer  knows low-income=,social-minimum=
  )");
  EXPECT_THAT(FindingsOf(world, "train"), IsEmpty());
  EXPECT_THAT(FindingsOf(world, "shops"), ElementsAre("TUS_DESTINATION"));
  EXPECT_THAT(FindingsOf(world, "no-hub"), ElementsAre("TUS_DESTINATION"));
}

TEST(Tus, BoundsTheWayThePriceAndTheCar) {
  // From Anvin to Frévent: 24.586 km by road, at most 787 cents.
  const TextWorld world = Places(R"(
    offer o        volunteer-ride  of lien  serves everywhere
    offer fair     volunteer-ride  of lien  serves everywhere  costs 787/flat
    offer dear     volunteer-ride  of lien  serves everywhere  costs 788/flat
    offer by-km    volunteer-ride  of lien  serves everywhere  costs 32/km
    volunteer own  lien  at anvin  car 3  owner volunteer
    volunteer lent lien  at anvin  car 3  owner lent
    volunteer ours lien  at anvin  car 3  owner organization
    need  far      volunteer-ride  at anvin  to amiens
    need  near     volunteer-ride  at anvin  to frevent
  )");
  EXPECT_THAT(FindingsOf(world, "far"), ElementsAre("TUS_TOO_FAR"));
  EXPECT_THAT(FindingsOf(world, "near", "fair"), IsEmpty());
  EXPECT_THAT(FindingsOf(world, "near", "dear"), ElementsAre("TUS_CONTRIBUTION"));
  EXPECT_THAT(FindingsOf(world, "near", "by-km"), IsEmpty());
  EXPECT_THAT(FindingsOf(world, "near", "o/own"), ElementsAre("TUS_VEHICLE"));
  EXPECT_THAT(FindingsOf(world, "near", "o/lent"), IsEmpty());
  EXPECT_THAT(FindingsOf(world, "near", "o/ours"), IsEmpty());
}

TEST(Tus, SaysNothingOfOtherKindsNorBeforeItWasInForce) {
  const TextWorld world = Places(R"(
    now   2019-10-01 10:00
    offer o      volunteer-ride  serves everywhere
    offer bus    shared-ride     serves everywhere
    need  bus    shared-ride     at anvin  to amiens
    need  before volunteer-ride  at anvin  to amiens  on 2019-10-16 09:00-12:00
    need  after  volunteer-ride  at anvin  to amiens  on 2019-10-17 09:00-12:00
  )");
  EXPECT_THAT(FindingsOf(world, "bus", "bus"), IsEmpty());
  EXPECT_THAT(FindingsOf(world, "before"), IsEmpty());
  EXPECT_THAT(FindingsOf(world, "after"), ElementsAre("TUS_TOO_FAR"));
}

TEST(LegalFrame, RefusesOnlyWhereTheOrganizationLetsItBlock) {
  const TextWorld world = Places(R"(
    offer off     volunteer-ride  serves everywhere  legal off
    offer warn    volunteer-ride  serves everywhere
    offer block   volunteer-ride  serves everywhere  legal block
    need  out     volunteer-ride  at anvin   to arras  knows low-income=no,social-minimum=none
    need  asks    volunteer-ride  at anvin   to arras
    need  unknown volunteer-ride  at unsaid  to anvin  knows low-income=no,social-minimum=none
    need  far     volunteer-ride  at anvin   to amiens
  )");
  EXPECT_EQ(world.WhyNot("out", "off"), "");
  EXPECT_EQ(world.WhyNot("out", "warn"), "");
  EXPECT_EQ(world.WhyNot("out", "block"), "LEGAL_FRAME");
  EXPECT_EQ(world.WhyNot("far", "block"), "LEGAL_FRAME");
  EXPECT_EQ(world.WhyNot("asks", "block"), "NEEDS_INFO");
  EXPECT_EQ(world.WhyNot("unknown", "block"), "") << "what the territory lacks only warns";
}

TEST(LegalFrame, TellsItsFindingsWithTheCandidate) {
  const TextWorld world = Places(R"(
    offer off     volunteer-ride  serves everywhere  legal off
    offer warn    volunteer-ride  serves everywhere
    need  far     volunteer-ride  at anvin   to amiens
  )");
  EXPECT_THAT(world.Ask("far").candidates,
              ElementsAre(Field(&Candidate::legal_findings, IsEmpty()),
                          Field(&Candidate::legal_findings, ElementsAre(TusFinding::kTooFar))));
}

}  // namespace
}  // namespace entraide::matcher
