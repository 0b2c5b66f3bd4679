// SPDX-License-Identifier: EUPL-1.2
// Why a request was put to whom, as staff and operators read it.
#include <gmock/gmock.h>

#include "clients/cli/explain/sentences.h"

namespace entraide::cli {
namespace {

using common::v1::Offer;
using matcher::v1::ExplainedOffer;
using matcher::v1::Explanation;
using testing::HasSubstr;
using testing::Not;

// A repair put to Accès Auto 62 at ten in the morning, Paris time, of 2 February 2027.
Explanation ARepair() {
  Explanation explanation;
  explanation.set_name("jobs/j");
  explanation.set_state(common::v1::REQUEST_STATE_SEARCHING);
  explanation.set_kind("repair");
  explanation.set_residence_commune("62361");
  ExplainedOffer& offer = *explanation.add_offers();
  offer.set_organization("organizations/o1");
  offer.set_organization_display_name("Accès Auto 62");
  offer.set_state(Offer::STATE_PROPOSED);
  offer.set_wave(1);
  offer.mutable_create_time()->set_seconds(1'801'558'800);
  offer.mutable_expire_time()->set_seconds(1'801'558'800 + 24 * 3600);
  offer.set_score(8'640);
  offer.set_weights_version("v1");
  common::v1::ScoreTerm& term = *offer.add_terms();
  term.set_term("detour");
  term.set_value(6'500);
  term.set_weight(25);
  return explanation;
}

TEST(ExplainRequest, SaysWhoWasAskedWhenAndWhy) {
  EXPECT_THAT(ExplainRequest(ARepair(), {{"62361", "Frévent"}}),
              HasSubstr("Demande jobs/j : faire réparer un véhicule, Frévent\n"
                        "État : en recherche\n"
                        "\n"
                        "Qui a été sollicité, et pourquoi :\n"
                        "  - vague 1, le 02/02/2027 à 10:00 : Accès Auto 62, 8\u202f640 points sur "
                        "10\u202f000 : à 21 min (pondérations v1) ; réponse attendue avant le "
                        "03/02/2027 à 10:00.\n"));
}

TEST(ExplainRequest, AddsWhatTheMatcherAnswersNow) {
  Explanation explanation = ARepair();
  explanation.mutable_match()->set_weights_version("v2");
  explanation.mutable_match()->set_blocking_rule("NO_CAPACITY");
  EXPECT_THAT(ExplainRequest(explanation, {}),
              HasSubstr("Ce que donne le calcul en ce moment (pondérations v2) :\n"
                        "Personne ne peut servir : il n'y a plus de place.\n"));
}

TEST(ExplainRequest, SaysThatTheMatcherDoesNotAnswer) {
  Explanation explanation = ARepair();
  explanation.add_unavailable_services("matcher");
  EXPECT_THAT(ExplainRequest(explanation, {}), HasSubstr("Le calcul ne répond pas"));
}

TEST(ExplainRequest, OfOneThatHasEndedSaysHow) {
  Explanation explanation = ARepair();
  explanation.set_state(common::v1::REQUEST_STATE_UNMET);
  explanation.set_reason("ALL_DECLINED");
  explanation.mutable_offers(0)->set_state(Offer::STATE_DECLINED);
  explanation.mutable_offers(0)->set_own(true);
  explanation.mutable_offers(0)->set_reason("too-far");
  const std::string text = ExplainRequest(explanation, {});
  EXPECT_THAT(text, HasSubstr("État : sans solution - toutes les structures sollicitées ont dit"));
  EXPECT_THAT(text, HasSubstr("Accès Auto 62 (votre structure)"));
  EXPECT_THAT(text, HasSubstr("a dit non (trop loin)."));
  EXPECT_THAT(text, HasSubstr("On ne cherche plus personne"));
}

TEST(ExplainRequest, ForOperatorsNamesNoCommune) {
  Explanation explanation = ARepair();
  explanation.clear_residence_commune();
  EXPECT_THAT(ExplainRequest(explanation, {}),
              HasSubstr("Demande jobs/j : faire réparer un véhicule\n"));
}

TEST(ExplainRequest, SaysWhenNobodyWasAskedYet) {
  Explanation explanation = ARepair();
  explanation.clear_offers();
  const std::string text = ExplainRequest(explanation, {});
  EXPECT_THAT(text, HasSubstr("Personne n'a encore été sollicité."));
  EXPECT_THAT(text, Not(HasSubstr("vague")));
}

}  // namespace
}  // namespace entraide::cli
