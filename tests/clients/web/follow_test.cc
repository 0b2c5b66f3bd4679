// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "tests/clients/web/browser.h"
#include "tests/clients/web/fake_town.h"

namespace entraide::web {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

struct Following : testing::Test {
  Following() {
    Furnish(town.town());
    garage::v1::JobStatus& job = town.town().jobs.emplace_back();
    job.mutable_details()->set_symptoms("Ne démarre plus");
    status = job.mutable_status();
    status->set_state(common::v1::REQUEST_STATE_SEARCHING);
    status->set_kind("repair");
    status->set_residence_commune("62361");
    status->set_asked_count(2);
  }
  void Open() {
    browser.Get("/suivre");
    browser.Submit("/suivre", {{"code", "g-0000-0000-0000-1"}});
  }

  FakeTown town{};
  Browser browser{town.pages()};
  common::v1::RequestStatus* status = nullptr;
};

TEST_F(Following, SaysInWordsWhereTheRequestStands) {
  Open();
  const std::string text = TextOf(browser.html());
  EXPECT_THAT(text, HasSubstr("Recherche en cours"));
  EXPECT_THAT(text, HasSubstr("2 structures ont été interrogées"));
  EXPECT_THAT(text, HasSubstr("Ne démarre plus"));
  EXPECT_EQ(browser.path(), "/suivre");
}

TEST_F(Following, ShowsWhoHoldsItAndTheirPhone) {
  status->set_state(common::v1::REQUEST_STATE_ACCEPTED);
  status->set_held_by_display_name("Exemple – garage du Val-Imaginaire");
  status->set_held_by_phone("+33353010077");
  Open();
  EXPECT_THAT(TextOf(browser.html()),
              HasSubstr("Exemple – garage du Val-Imaginaire , 03 53 01 00 77"));
}

TEST_F(Following, SaysWhereTheWayBackStands) {
  browser.Get("/suivre");
  browser.Submit("/suivre", {{"code", "R-0000-0000-0000-1"}});
  const std::string text = TextOf(browser.html());
  EXPECT_THAT(text, HasSubstr("Recherche en cours"));
  EXPECT_THAT(text, HasSubstr("Où en est le retour Confirmée"));
}

TEST_F(Following, RefusesAnUnknownCodeBesideTheField) {
  browser.Get("/suivre");
  browser.Submit("/suivre", {{"code", "G-9999-9999-9999-9"}});
  EXPECT_EQ(browser.status(), 422);
  EXPECT_THAT(browser.html(), HasSubstr("id=\"code-error\">Ce code n’ouvre aucune demande"));
}

TEST_F(Following, CancelsOnlyAfterConfirming) {
  Open();
  browser.Get("/suivre/annuler");
  EXPECT_EQ(status->state(), common::v1::REQUEST_STATE_SEARCHING);
  browser.Submit("/suivre/annuler", {{"cancel_reason", "not-needed"}});
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("Votre demande est annulée."));
  EXPECT_EQ(town.town().jobs[0].status().reason(), "not-needed");
}

TEST_F(Following, RefusesACancellationWithoutTheToken) {
  Open();
  browser.Post("/suivre/annuler", {{"token", "0000"}});
  EXPECT_EQ(browser.status(), 403);
  EXPECT_EQ(status->state(), common::v1::REQUEST_STATE_SEARCHING);
}

TEST_F(Following, AsksTheOpenQuestions) {
  status->set_state(common::v1::REQUEST_STATE_NEEDS_INFO);
  status->add_open_questions("licence");
  Open();
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("A-t-elle le permis de conduire ?"));
  browser.Submit("/suivre/reponses", {{"fact-licence", "b"}});
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("Vos réponses sont enregistrées."));
}

TEST_F(Following, SaysWhichAnswerIsMissing) {
  status->set_state(common::v1::REQUEST_STATE_NEEDS_INFO);
  status->add_open_questions("licence");
  Open();
  browser.Submit("/suivre/reponses", {});
  EXPECT_EQ(browser.status(), 422);
  EXPECT_THAT(browser.html(), HasSubstr("id=\"fact-licence-error\""));
}

TEST_F(Following, AsksForAFactThatHasNoWordsOfItsOwn) {
  status->set_state(common::v1::REQUEST_STATE_NEEDS_INFO);
  status->add_open_questions("member-of");
  Open();
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("Cela dépend aussi de : l’adhésion"));
  browser.Submit("/suivre/reponses", {{"fact-member-of", "declined"}});
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("Vos réponses sont enregistrées."));
}

TEST_F(Following, ForgetsTheCodeOnThisDevice) {
  Open();
  browser.Submit("/suivre/quitter", {});
  EXPECT_THAT(browser.cookies(), IsEmpty());
  EXPECT_THAT(TextOf(browser.html()), Not(HasSubstr("Ne démarre plus")));
}

}  // namespace
}  // namespace entraide::web
