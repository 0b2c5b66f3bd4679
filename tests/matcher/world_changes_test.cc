// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "tests/matcher/ternois.h"
#include "tests/matcher/text_fields.h"

namespace entraide::matcher {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> IdsOf(const World& world, absl::string_view kind) {
  std::vector<std::string> ids;
  for (const Offer& offer : world.OffersOfKind(kind)) ids.push_back(offer.id.value);
  return ids;
}

World TwoVisits() {
  return Ternois(R"(
    offer a visit serves anvin
    offer c visit serves anvin
  )")
      .world();
}

TEST(World, StaysAsItWasWhenAnotherIsMadeOfIt) {
  const World before = TwoVisits();
  const World after =
      before.With({.removed_offers = {{"a"}},
                   .offers = {{.id = {"b"}, .kind = "visit"}, {.id = {"c"}, .kind = "meal"}}});
  EXPECT_THAT(IdsOf(before, "visit"), ElementsAre("a", "c"));
  EXPECT_THAT(before.Kinds(), ElementsAre("visit"));
  EXPECT_THAT(IdsOf(after, "visit"), ElementsAre("b"));
  EXPECT_THAT(IdsOf(after, "meal"), ElementsAre("c"));
  EXPECT_THAT(after.Kinds(), ElementsAre("meal", "visit"));
  EXPECT_EQ(after.FindOffer({"a"}), nullptr);
  EXPECT_EQ(after.FindOffer({"c"})->kind, "meal");
  EXPECT_EQ(before.FindOffer({"c"})->kind, "visit");
}

TEST(World, ForgetsAKindWithItsLastOffer) {
  const World after = TwoVisits().With({.removed_offers = {{"a"}, {"c"}, {"unheard-of"}}});
  EXPECT_THAT(after.Kinds(), IsEmpty());
  EXPECT_THAT(IdsOf(after, "visit"), IsEmpty());
}

TEST(World, SortsTheZoneOfWhatComes) {
  const World after = TwoVisits().With(
      {.offers = {{.id = {"a"},
                   .kind = "visit",
                   .zone = {.communes = {CommuneIndex{2}, CommuneIndex{0}, CommuneIndex{1}}}}}});
  for (int commune = 0; commune < 3; ++commune) {
    EXPECT_TRUE(Holds(after.FindOffer({"a"})->zone, CommuneIndex{commune}));
  }
}

TEST(World, FollowsAVolunteerFromOneOrganizationToAnother) {
  const Volunteer marie{.id = {"marie"}, .admissions = {{{"lien"}}, {{"bonne-route"}}}};
  const World before = TwoVisits().With({.volunteers = {marie}});
  const World after =
      before.With({.volunteers = {{.id = {"marie"}, .admissions = {{{"relais"}}}}}});
  EXPECT_THAT(before.VolunteersOf({"lien"}), ElementsAre(before.FindVolunteer({"marie"})));
  EXPECT_THAT(after.VolunteersOf({"lien"}), IsEmpty());
  EXPECT_THAT(after.VolunteersOf({"relais"}), ElementsAre(after.FindVolunteer({"marie"})));
  const World without = after.With({.removed_volunteers = {{"marie"}}});
  EXPECT_THAT(without.VolunteersOf({"relais"}), IsEmpty());
  EXPECT_EQ(without.FindVolunteer({"marie"}), nullptr);
}

TEST(World, TakesAnAgreementInPlaceOfTheOneBefore) {
  const auto agreed = [](const std::string& offer, const std::string& hours) {
    return Changes{.agreements = {{.task = "t",
                                   .commitments = {{.task = "t",
                                                    .offer = {offer},
                                                    .volunteer = VolunteerId{"marie"},
                                                    .span = SpanOn("2027-02-01", hours)}}}}};
  };
  const World first = TwoVisits().With(agreed("a", "09:00-10:00"));
  const World second = first.With(agreed("c", "11:00-12:00"));
  ASSERT_EQ(first.CommitmentsOf(OfferId{"a"}).size(), 1);
  EXPECT_THAT(second.CommitmentsOf(OfferId{"a"}), IsEmpty());
  ASSERT_EQ(second.CommitmentsOf(OfferId{"c"}).size(), 1);
  EXPECT_THAT(second.CommitmentsOf(VolunteerId{"marie"}),
              ElementsAre(second.CommitmentsFor("t").front()));
  const World off = second.With({.agreements = {{.task = "t"}}});
  EXPECT_THAT(off.CommitmentsOf(VolunteerId{"marie"}), IsEmpty());
  EXPECT_THAT(off.CommitmentsFor("t"), IsEmpty());
}

}  // namespace
}  // namespace entraide::matcher
