// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "tests/clients/web/browser.h"
#include "tests/clients/web/fake_town.h"

namespace entraide::web {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

struct Inbox : testing::Test {
  Inbox() { Furnish(town.town()); }

  void SignIn() {
    browser.Get("/connexion");
    browser.Submit("/connexion", {{"email", "garage@exemple.invalid"}});
    browser.Submit("/connexion/code", {{"sign_in_code", "GOOD-CODE"}});
  }

  FakeTown town{};
  Browser browser{town.pages()};
};

TEST_F(Inbox, SendsWhoIsNotSignedInToSignIn) {
  browser.Get("/association");
  EXPECT_EQ(browser.path(), "/connexion");
}

TEST_F(Inbox, OpensAfterSigningIn) {
  SignIn();
  EXPECT_EQ(browser.path(), "/association");
  const std::string text = TextOf(browser.html());
  EXPECT_THAT(text, HasSubstr("Demandes qui attendent votre réponse"));
  EXPECT_THAT(text, HasSubstr("Elle ne démarre plus"));
  EXPECT_THAT(text, HasSubstr("mercredi 25 novembre 2026 à 10 h"));
}

TEST_F(Inbox, RefusesAWrongSignInCode) {
  browser.Get("/connexion");
  browser.Submit("/connexion", {{"email", "garage@exemple.invalid"}});
  browser.Submit("/connexion/code", {{"sign_in_code", "WRONG"}});
  EXPECT_THAT(browser.html(), HasSubstr("id=\"sign_in_code-error\">Ce code ne convient pas"));
}

TEST_F(Inbox, AcceptsAndThenHolds) {
  SignIn();
  browser.Submit("/association/accepter", {});
  const std::string text = TextOf(browser.html());
  EXPECT_THAT(text, HasSubstr("Vous avez accepté la demande."));
  EXPECT_THAT(text, HasSubstr("Aucune demande n’attend votre réponse."));
  EXPECT_THAT(text, HasSubstr("Le service est rendu"));
}

TEST_F(Inbox, SaysThatSomebodyElseWasFaster) {
  SignIn();
  town.town().job_offers.clear();
  browser.Submit("/association/accepter", {});
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("Une autre structure a accepté"));
}

TEST_F(Inbox, DeclinesWithAReason) {
  SignIn();
  browser.Submit("/association/refuser", {{"decline_reason", "too-far"}});
  EXPECT_EQ(town.town().last["decline_reason"], "too-far");
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("Votre refus est enregistré."));
}

TEST_F(Inbox, ShowsAContactForAReasonAndEscapesIt) {
  SignIn();
  browser.Submit("/association/accepter", {});
  browser.Submit("/association/contact", {{"reason", "convenir du rendez-vous"}});
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("Jeanne <Exemple>"));
  EXPECT_THAT(browser.html(), Not(HasSubstr("<Exemple>")));
  EXPECT_EQ(town.town().last["reveal_reason"], "convenir du rendez-vous");
  EXPECT_EQ(browser.Header("Cache-Control"), "no-store");
}

TEST_F(Inbox, CompletesWhatItHolds) {
  SignIn();
  browser.Submit("/association/accepter", {});
  browser.Submit("/association/terminer", {});
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("C’est noté : le service est rendu."));
}

TEST_F(Inbox, AsksThePersonAQuestionAndWaits) {
  SignIn();
  browser.Submit("/association/accepter", {});
  browser.Submit("/association/agir",
                 {{"step", "ask-info"}, {"question", "De quelle année est la voiture ?"}});
  EXPECT_THAT(town.town().last["action"], HasSubstr("ask_info"));
  const std::string text = TextOf(browser.html());
  EXPECT_THAT(text, HasSubstr("En attente d’une réponse ou d’une place"));
  EXPECT_THAT(text, HasSubstr("La personne doit répondre à une question"));
  EXPECT_THAT(text, HasSubstr("De quelle année est la voiture ?"));
}

TEST_F(Inbox, GivesARequestBackWithAReason) {
  SignIn();
  browser.Submit("/association/accepter", {});
  browser.Submit("/association/agir", {{"step", "release"}, {"reason", "not-available"}});
  EXPECT_THAT(town.town().last["action"], HasSubstr("release { reason: \"not-available\" }"));
}

TEST_F(Inbox, RefusesAStepThatDoesNotExist) {
  SignIn();
  browser.Submit("/association/accepter", {});
  browser.Submit("/association/agir", {{"step", "sell-the-car"}});
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("Il manque une précision"));
  EXPECT_EQ(town.town().last["action"], "");
}

TEST_F(Inbox, PutsWhatIsLateFirst) {
  SignIn();
  browser.Submit("/association/accepter", {});
  town.town().held_jobs.back().mutable_details()->set_needed_by_date("2026-01-05");
  browser.Get("/association");
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("En retard : la date est passée"));
}

TEST_F(Inbox, ShowsOneService) {
  SignIn();
  browser.Get("/association?service=trajets");
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("Aucune demande n’attend votre réponse."));
  browser.Get("/association?service=garage");
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("Elle ne démarre plus"));
}

TEST_F(Inbox, KeepsWhatIsOverApart) {
  SignIn();
  browser.Submit("/association/accepter", {});
  town.town().held_jobs.back().mutable_request()->set_state(common::v1::REQUEST_STATE_CANCELLED);
  browser.Get("/association");
  EXPECT_THAT(TextOf(browser.html()), Not(HasSubstr("Annulée par la personne")));
  browser.Get("/association?voir=terminees");
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("Annulée par la personne"));
}

TEST_F(Inbox, KeepsWhatIsStillToBePaidInHand) {
  SignIn();
  browser.Submit("/association/accepter", {});
  town.town().held_jobs.back().mutable_request()->set_state(common::v1::REQUEST_STATE_RETURNED);
  browser.Get("/association");
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("À vous d’agir"));
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("Véhicule repris"));
}

TEST_F(Inbox, GoesIntoASpreadsheetWithoutNames) {
  SignIn();
  browser.Get("/association.csv?service=garage");
  EXPECT_EQ(browser.Header("Content-Type"), "text/csv; charset=utf-8");
  EXPECT_THAT(browser.html(), HasSubstr("Demandes qui attendent votre réponse"));
  EXPECT_THAT(browser.html(), Not(HasSubstr("Jeanne")));
}

TEST_F(Inbox, RefusesAFormThatIsNotItsOwn) {
  SignIn();
  browser.Post("/association/accepter", {{"name", "jobs/1/offers/1"}, {"token", "00"}});
  EXPECT_EQ(browser.status(), 403);
  EXPECT_THAT(town.town().held_jobs, IsEmpty());
}

TEST_F(Inbox, ClosesOnSigningOut) {
  SignIn();
  browser.Submit("/deconnexion", {});
  EXPECT_EQ(browser.path(), "/");
  EXPECT_THAT(browser.cookies(), IsEmpty());
}

}  // namespace
}  // namespace entraide::web
