// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "clients/web/supply_view.h"
#include "tests/clients/web/browser.h"
#include "tests/clients/web/fake_town.h"

namespace entraide::web {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Reading : testing::Test {
  Reading() { Furnish(town.town()); }

  void SignIn() {
    town.town().role = access::v1::ROLE_OFFICIAL;
    browser.Get("/connexion");
    browser.Submit("/connexion", {{"email", "mairie@exemple.invalid"}});
    browser.Submit("/connexion/code", {{"sign_in_code", "GOOD-CODE"}});
  }

  FakeTown town{};
  Browser browser{town.pages()};
};

TEST_F(Reading, FindsOrganizationsThatServeACommune) {
  browser.Get("/annuaire?commune=Fr%C3%A9vent&besoin=repair");
  EXPECT_EQ(town.town().last["serves_commune"], "62361");
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("Exemple – garage du Val-Imaginaire"));
}

TEST_F(Reading, LabelsMadeUpOrganizations) {
  browser.Get("/annuaire/garage");
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("Exemple : structure imaginaire"));
}

TEST_F(Reading, EscapesAndShowsNoScriptAsAnAddress) {
  browser.Get("/annuaire/garage");
  EXPECT_THAT(browser.html(), HasSubstr("&lt;b&gt;sans&lt;/b&gt;"));
  EXPECT_THAT(browser.html(), Not(HasSubstr("javascript:")));
}

TEST_F(Reading, TellsPricesHoursAndZoneInWords) {
  browser.Get("/annuaire/garage");
  const std::string text = TextOf(browser.html());
  EXPECT_THAT(text, HasSubstr("35 € de l’heure"));
  EXPECT_THAT(text, HasSubstr("lundi de 8 h à 18 h 30"));
  EXPECT_THAT(text, HasSubstr("CC du Ternois"));
}

TEST_F(Reading, SaysThatAnOrganizationIsUnknown) {
  browser.Get("/annuaire/nobody");
  EXPECT_EQ(browser.status(), 404);
}

TEST_F(Reading, ListsPartners) {
  browser.Get("/partenaires?appui=advice");
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("réseau d’appui imaginaire"));
}

TEST_F(Reading, ShowsOfficialsTheGapsFirst) {
  SignIn();
  EXPECT_EQ(browser.path(), "/territoire");
  browser.Get("/territoire?besoin=repair");
  const std::string text = TextOf(browser.html());
  EXPECT_THAT(text, HasSubstr("sur 103 communes, 1 n’ont personne"));
  EXPECT_THAT(browser.html(), HasSubstr("<polygon points="));
  EXPECT_THAT(browser.html(), HasSubstr("<caption>"));
}

TEST_F(Reading, GivesTheTableAsCsv) {
  SignIn();
  const std::string csv = browser.Get("/territoire.csv?besoin=repair");
  EXPECT_THAT(browser.Header("Content-Type"), HasSubstr("text/csv"));
  EXPECT_THAT(csv, HasSubstr("\"62361\";\"Frévent\";"));
}

TEST(SupplyCsv, DisarmsFormulas) {
  coverage::v1::GetSupplyResponse supply;
  supply.add_kinds("repair");
  supply.add_communes()->set_display_name("=1+1");
  supply.mutable_communes(0)->add_supplies();
  EXPECT_THAT(SupplyCsv(supply), HasSubstr("\"'=1+1\""));
}

TEST_F(Reading, KeepsTheTerritoryForThoseWhoSignIn) {
  browser.Get("/territoire");
  EXPECT_EQ(browser.path(), "/connexion");
}

TEST_F(Reading, AnswersAnUnknownAddressWithAPage) {
  browser.Get("/nulle-part");
  EXPECT_EQ(browser.status(), 404);
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("Cette page n’existe pas"));
}

}  // namespace
}  // namespace entraide::web
