// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/store/search_store.h"

#include <gmock/gmock.h>

#include "services/directory/store/partner_store.h"
#include "tests/services/directory/store_testing.h"

namespace entraide::directory {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class SearchStoreTest : public StoreTest {
 protected:
  void SetUp() override {
    Have({ACommune(), ACommune("62036", "Anvin")});
    Organization garage = AnOrganization("garage");
    garage.display_name = "Accès Auto 62";
    HaveOffer(HaveOrganization(garage), "repair", AnOffer("repair"));
    Organization help = AnOrganization("help");
    help.display_name = "Érables à domicile";
    help.sectors = {"home-help"};
    help.audiences = {"individuals", "businesses"};
    ServiceOffer housework = AnOffer("housework");
    housework.display_name = "Entretien de la maison";
    housework.description = "Des vélos électriques pour venir.";
    housework.zone = {ACommuneArea("62036")};
    HaveOffer(HaveOrganization(help), "housework", housework);
    Organization hidden = AnOrganization("hidden");
    hidden.listing.state = ListingState::kDraft;
    HaveOffer(HaveOrganization(hidden), "secret", AnOffer("meal"));
  }

  std::vector<std::string> Offers(DirectoryQuery query) {
    query.limit = 10;
    auto ids = SearchOfferIds(tx_, query);
    EXPECT_THAT(ids, IsOk());
    return ids.ok() ? *ids : std::vector<std::string>{"failed"};
  }
  std::vector<std::string> Organizations(DirectoryQuery query) {
    query.limit = 10;
    auto ids = SearchOrganizationIds(tx_, query);
    EXPECT_THAT(ids, IsOk());
    return ids.ok() ? *ids : std::vector<std::string>{"failed"};
  }
};

TEST_F(SearchStoreTest, ShowsWhatIsPublishedOnlyByNameInFrenchOrder) {
  EXPECT_THAT(Offers({}), ElementsAre("repair", "housework"));
  EXPECT_THAT(Organizations({}), ElementsAre("garage", "help"));
}

TEST_F(SearchStoreTest, FindsWordsWithoutAccentsAndPlurals) {
  EXPECT_THAT(Offers({.text = "velo electrique"}), ElementsAre("housework"));
  EXPECT_THAT(Offers({.text = "reparations"}), ElementsAre("repair"));
}

TEST_F(SearchStoreTest, FindsAKindByTheWordsThatPeopleUse) {
  EXPECT_THAT(Offers({.text = "ménage"}), ElementsAre("housework"));
  EXPECT_THAT(Organizations({.text = "ménage"}), ElementsAre("help"));
}

TEST_F(SearchStoreTest, ForgivesTypingErrorsInNames) {
  EXPECT_THAT(Offers({.text = "acces otto"}), ElementsAre("repair"));
  EXPECT_THAT(Organizations({.text = "erable"}), ElementsAre("help"));
}

TEST_F(SearchStoreTest, TakesWordsFromTheOrganizationAndTheOfferTogether) {
  EXPECT_THAT(Offers({.text = "érables vélos"}), ElementsAre("housework"));
}

TEST_F(SearchStoreTest, FiltersByCommuneServedKindAudienceAndSector) {
  EXPECT_THAT(Offers({.serves_commune = "62361"}), ElementsAre("repair"));
  EXPECT_THAT(Organizations({.serves_commune = "62036"}), ElementsAre("help"));
  EXPECT_THAT(Offers({.kind = "housework"}), ElementsAre("housework"));
  EXPECT_THAT(Organizations({.serves_commune = "62361", .kind = "housework"}), IsEmpty());
  EXPECT_THAT(Offers({.audience = "businesses"}), ElementsAre("housework"));
  EXPECT_THAT(Organizations({.sector = "mobility"}), ElementsAre("garage"));
}

TEST_F(SearchStoreTest, FindsOffersOfAllOfFranceEverywhere) {
  ServiceOffer everywhere = AnOffer("mobility-funding");
  everywhere.zone = {{.level = Area::Level::kFrance}};
  HaveOffer(OrganizationId("garage"), "funding", everywhere);
  EXPECT_THAT(Offers({.serves_commune = "62036", .kind = "mobility-funding"}),
              ElementsAre("funding"));
}

TEST_F(SearchStoreTest, GoesOnAfterTheLastOneSeen) {
  EXPECT_THAT(Offers({.after = {"Accès Auto 62", "garage", "Réparation de voitures", "repair"}}),
              ElementsAre("housework"));
  EXPECT_THAT(Organizations({.after = {"Accès Auto 62", "garage"}}), ElementsAre("help"));
}

TEST_F(SearchStoreTest, TakesAnyTextForWords) {
  for (const char* text :
       {"'; DROP TABLE organization; --", "%", "\\", "zz & | ! :*", "<script>"}) {
    EXPECT_THAT(Offers({.text = text}), IsEmpty()) << text;
  }
}

TEST_F(SearchStoreTest, FindsPartnersBySupportAndByTheCommunesOfTheirZone) {
  Partner partner{.id = PartnerId("p"),
                  .origin = {.source = "demonstration", .local_id = "p"},
                  .display_name = "Exemple – agence",
                  .supports = {"advice", "funding"},
                  .zone = {ACommuneArea()}};
  ASSERT_THAT(WritePartner(tx_, partner), IsOk());
  EXPECT_THAT(*ListPartnerIds(tx_, {.support = "funding", .serves_commune = "62361", .limit = 5}),
              ElementsAre("p"));
  EXPECT_THAT(*ListPartnerIds(tx_, {.support = "training", .limit = 5}), IsEmpty());
  EXPECT_THAT(*ListPartnerIds(tx_, {.serves_commune = "62036", .limit = 5}), IsEmpty());
  EXPECT_THAT(ReadPartners(tx_, {"p"})->at(0).supports, ElementsAre("advice", "funding"));
}

}  // namespace
}  // namespace entraide::directory
