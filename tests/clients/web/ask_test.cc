// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "tests/clients/web/browser.h"
#include "tests/clients/web/fake_town.h"

namespace entraide::web {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

struct Asking : testing::Test {
  Asking() { Furnish(town.town()); }

  // Goes through the steps of a repair up to the last one.
  void DescribeARepair() {
    browser.Get("/demande?besoin=repair");
    browser.Submit("/demande", {{"commune", "frevent"}});
    browser.Submit("/demande", {{"vehicle_class", "car"}, {"symptoms", "Ne démarre plus"}});
    browser.Submit("/demande", {});
  }
  const Fields contact{{"acting_for", "self"},
                       {"display_name", "Jeanne Exemple"},
                       {"phone", "03 21 00 00 00"},
                       {"consent", "yes"}};

  FakeTown town{};
  Browser browser{town.pages()};
};

TEST_F(Asking, EndsWithATrackingCode) {
  DescribeARepair();
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("Comment vous joindre"));
  browser.Submit("/demande", contact);
  EXPECT_EQ(browser.path(), "/demande/envoyee");
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("G000000000001"));
  EXPECT_THAT(town.town().last["contact"], HasSubstr("Jeanne Exemple"));
}

TEST_F(Asking, ShowsWhoCanHelpBeforeAnythingIsSent) {
  browser.Get("/demande?besoin=repair");
  browser.Submit("/demande", {{"commune", "Frévent"}});
  browser.Submit("/demande", {{"vehicle_class", "car"}, {"symptoms", "Ne démarre plus"}});
  const std::string text = TextOf(browser.html());
  EXPECT_THAT(text, HasSubstr("Exemple – garage du Val-Imaginaire"));
  EXPECT_THAT(text, HasSubstr("structure imaginaire"));
  EXPECT_THAT(text, HasSubstr("24 min"));
  EXPECT_THAT(text, HasSubstr("03 53 01 00 77"));
  EXPECT_THAT(town.town().jobs, IsEmpty());
  EXPECT_THAT(town.town().last["need"], HasSubstr("62361"));
}

TEST_F(Asking, SaysWhyNobodyCanHelpAndStillOffersToSend) {
  town.town().match.Clear();
  town.town().match.set_blocking_rule("ZONE_NOT_SERVED");
  browser.Get("/demande?besoin=repair");
  browser.Submit("/demande", {{"commune", "Frévent"}});
  browser.Submit("/demande", {{"vehicle_class", "car"}, {"symptoms", "Ne démarre plus"}});
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("aucune structure ne dessert votre commune"));
  browser.Submit("/demande", {});
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("Comment vous joindre"));
}

TEST_F(Asking, SaysThatAHelpIsAskedForElsewhere) {
  town.town().match.mutable_candidates(0)->set_external_url("https://exemple.invalid/");
  browser.Get("/demande?besoin=repair");
  browser.Submit("/demande", {{"commune", "Frévent"}});
  browser.Submit("/demande", {{"vehicle_class", "car"}, {"symptoms", "Ne démarre plus"}});
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("se demande directement à la structure"));
  EXPECT_THAT(browser.html(), HasSubstr("href=\"https://exemple.invalid/\""));
}

TEST_F(Asking, FilesOnceWhenSentTwice) {
  DescribeARepair();
  Browser second = browser;
  browser.Submit("/demande", contact);
  second.Submit("/demande", contact);
  EXPECT_EQ(second.path(), "/demande/envoyee");
  EXPECT_THAT(town.town().jobs, SizeIs(1));
}

TEST_F(Asking, AsksWhichCommuneAPostcodeMeans) {
  browser.Get("/demande?besoin=repair");
  browser.Submit("/demande", {{"commune", "62270"}});
  EXPECT_EQ(browser.status(), 422);
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("Plusieurs communes correspondent"));
  browser.Submit("/demande", {{"commune_code", "62361"}});
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("Dites-nous en un peu plus"));
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("Frévent (62270)"));
}

TEST_F(Asking, RefusesAnUnknownCommuneInWordsAndKeepsWhatWasTyped) {
  browser.Get("/demande?besoin=repair");
  browser.Submit("/demande", {{"commune", "Nulle-Part"}});
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("Nous ne connaissons pas cette commune"));
  EXPECT_THAT(browser.html(), HasSubstr("value=\"Nulle-Part\""));
  EXPECT_THAT(browser.html(), HasSubstr("aria-describedby=\"commune-hint commune-error\""));
  EXPECT_THAT(browser.html(), HasSubstr("href=\"#commune\""));
}

TEST_F(Asking, RefusesAPastDateNearTheField) {
  browser.Get("/demande?besoin=volunteer-ride");
  browser.Submit("/demande", {{"commune", "Frévent"}});
  browser.Submit("/demande", {{"dropoff", "Saint-Pol-sur-Ternoise"},
                              {"day", "2026-11-23"},
                              {"hour", "9h30"},
                              {"purpose", "health"}});
  EXPECT_EQ(browser.status(), 422);
  EXPECT_THAT(browser.html(), HasSubstr("id=\"day-error\">C’est déjà passé"));
  EXPECT_THAT(browser.html(), HasSubstr("value=\"9h30\""));
}

TEST_F(Asking, FilesARideInCivilTimeOfParis) {
  browser.Get("/demande?besoin=volunteer-ride");
  browser.Submit("/demande", {{"commune", "Frévent"}});
  browser.Submit("/demande", {{"dropoff", "st pol sur ternoise"},
                              {"day", "26/11/2026"},
                              {"hour", "9 h 30"},
                              {"purpose", "health"},
                              {"passengers", "2"}});
  browser.Submit("/demande", {});
  browser.Submit("/demande", contact);
  EXPECT_EQ(browser.path(), "/demande/envoyee");
  EXPECT_THAT(town.town().last["ride"], HasSubstr("pickup_time { seconds: 1795681800 }"));
  EXPECT_THAT(town.town().last["ride"], HasSubstr("passenger_count: 2"));
}

TEST_F(Asking, ShowsEveryMistakeAtOnce) {
  DescribeARepair();
  browser.Submit("/demande", {});
  const std::string text = TextOf(browser.html());
  EXPECT_THAT(text, HasSubstr("Il reste quelque chose à corriger"));
  EXPECT_THAT(text, HasSubstr("Nom et prénom de la personne à aider : Répondez"));
  EXPECT_THAT(text, HasSubstr("Donnez un téléphone ou une adresse électronique"));
  EXPECT_THAT(text, HasSubstr("Sans votre accord"));
  EXPECT_THAT(town.town().jobs, IsEmpty());
}

TEST_F(Asking, NamesTheFieldThatIsNoText) {
  browser.Get("/demande?besoin=repair");
  browser.Submit("/demande", {{"commune", "Frévent"}});
  browser.Submit("/demande", {{"vehicle_class", "car"}, {"symptoms", std::string("a\0b", 3)}});
  EXPECT_THAT(browser.html(), HasSubstr("id=\"symptoms-error\">Ce texte contient"));
}

TEST_F(Asking, SaysThatItVerifiesWhenTheOutcomeIsUnknown) {
  DescribeARepair();
  town.town().fail_create = {grpc::StatusCode::DEADLINE_EXCEEDED, "late"};
  browser.Submit("/demande", contact);
  EXPECT_EQ(browser.status(), 503);
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("En cours de vérification"));
  browser.Submit("/demande", {});
  EXPECT_EQ(browser.path(), "/demande/envoyee");
  EXPECT_THAT(town.town().jobs, SizeIs(1));
}

TEST_F(Asking, GoesBackWithoutLosingWhatWasTyped) {
  DescribeARepair();
  browser.Submit("/demande", {{"aller", "precisions"}});
  EXPECT_THAT(browser.html(), HasSubstr(">Ne démarre plus</textarea>"));
}

TEST_F(Asking, KeepsPersonalDataOutOfAddresses) {
  DescribeARepair();
  browser.Submit("/demande", contact);
  EXPECT_THAT(browser.Header("Location"), IsEmpty());
  EXPECT_EQ(browser.path(), "/demande/envoyee");
  EXPECT_EQ(browser.Header("Cache-Control"), "no-store");
  EXPECT_THAT(browser.Header("Content-Security-Policy"), HasSubstr("default-src 'self'"));
  EXPECT_THAT(browser.html(), Not(HasSubstr("Jeanne")));
}

TEST_F(Asking, RefusesAPostFromAnotherSite) {
  browser.ComeFrom("https://elsewhere.example");
  browser.Post("/demande", {{"etape", "besoin"}, {"kind", "repair"}});
  EXPECT_EQ(browser.status(), 403);
}

TEST_F(Asking, EscapesWhatWasTyped) {
  browser.Get("/demande?besoin=repair");
  browser.Submit("/demande", {{"commune", "<script>alert('x')</script>"}});
  EXPECT_THAT(browser.html(), Not(HasSubstr("<script>alert")));
}

}  // namespace
}  // namespace entraide::web
