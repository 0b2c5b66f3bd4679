// SPDX-License-Identifier: EUPL-1.2
// What the matcher answers, as people read it.
#include <gmock/gmock.h>

#include "absl/strings/str_cat.h"
#include "clients/cli/explain/sentences.h"

namespace entraide::cli {
namespace {

using matcher::v1::Candidate;
using matcher::v1::MatchResponse;
using testing::HasSubstr;
using testing::Not;

void AddTerm(Candidate& candidate, const std::string& name, int value, int weight) {
  common::v1::ScoreTerm& term = *candidate.add_terms();
  term.set_term(name);
  term.set_value(value);
  term.set_weight(weight);
}

Candidate ACandidate(const std::string& name, int score) {
  Candidate candidate;
  candidate.set_organization_display_name(name);
  candidate.set_kind("repair");
  candidate.set_score(score);
  candidate.set_travel_minutes(21);
  return candidate;
}

// A garage 21 minutes away that has a date in three days, before one that is nearer and later.
MatchResponse TwoGarages() {
  MatchResponse match;
  Candidate& first = *match.add_candidates() = ACandidate("Accès Auto 62", 8'640);
  AddTerm(first, "detour", 6'500, 25);
  AddTerm(first, "wait", 9'000, 20);
  Candidate& second = *match.add_candidates() = ACandidate("Garage du Pont", 7'000);
  AddTerm(second, "detour", 9'000, 25);
  AddTerm(second, "wait", 2'000, 20);
  return match;
}

void AddRefusal(MatchResponse& match, const std::string& rule, int count) {
  common::v1::Refusal& refusal = *match.add_refusals();
  refusal.set_rule(rule);
  refusal.set_offer_count(count);
}

TEST(ExplainMatch, SaysWhoComesFirstAndWhy) {
  EXPECT_THAT(ExplainMatch(TwoGarages(), {}),
              HasSubstr("1. Accès Auto 62 vient en premier (8\u202f640 points sur 10\u202f000) : "
                        "à 21 min, première date dans 3 jours.\n"));
}

TEST(ExplainMatch, SaysWhatPutsTheNextBehind) {
  EXPECT_THAT(ExplainMatch(TwoGarages(), {}),
              HasSubstr("2. Garage du Pont suit (7\u202f000 points) : à 6 min, première date dans "
                        "24 jours. Ce qui la place derrière Accès Auto 62 : surtout l'attente "
                        "(−3\u202f112 points)."));
}

TEST(ExplainMatch, SaysThatEqualsAreEqual) {
  MatchResponse match = TwoGarages();
  match.mutable_candidates(1)->set_score(8'640);
  EXPECT_THAT(ExplainMatch(match, {}), HasSubstr("À égalité avec Accès Auto 62"));
}

TEST(ExplainMatch, SaysWhyNotTheOthersMostFirst) {
  MatchResponse match = TwoGarages();
  AddRefusal(match, "OFFER_NOT_OPEN", 1);
  AddRefusal(match, "ZONE_NOT_SERVED", 6);
  EXPECT_THAT(ExplainMatch(match, {}), HasSubstr("Pourquoi pas les autres :\n"
                                                 "  - 6 ne desservent pas cette commune\n"
                                                 "  - 1 ne prend pas de demande en ce moment\n"));
}

TEST(ExplainMatch, WithoutScoresExplainsByDistanceAndPrice) {
  MatchResponse match;
  *match.add_candidates() = ACandidate("Accès Auto 62", 0);
  match.mutable_candidates(0)->add_price_texts("35,00 € de l'heure");
  const std::string text = ExplainMatch(match, {});
  EXPECT_THAT(text, HasSubstr("Accès Auto 62 vient en premier : à 21 min, 35,00 € de l'heure."));
  EXPECT_THAT(text, Not(HasSubstr("points")));
}

TEST(ExplainMatch, SaysWhichFactsWouldOpenAnOffer) {
  MatchResponse match;
  Candidate& candidate = *match.add_conditional_candidates() = ACandidate("Accès Auto 62", 0);
  candidate.add_missing_facts("licence");
  candidate.add_missing_facts("job-seeker");
  EXPECT_THAT(ExplainMatch(match, {}),
              HasSubstr("Accès Auto 62 demande : le permis de conduire, la recherche d'emploi."));
}

TEST(ExplainMatch, SaysWhoComesNearestAndWhatWouldDo) {
  MatchResponse match;
  match.set_blocking_rule("ZONE_NOT_SERVED");
  matcher::v1::NearMiss& zone = *match.add_near_misses();
  *zone.mutable_candidate() = ACandidate("Bonne Route", 0);
  zone.set_rule("ZONE_NOT_SERVED");
  zone.set_minutes_from_zone(6);
  zone.set_nearest_served_commune("62361");
  matcher::v1::NearMiss& notice = *match.add_near_misses();
  *notice.mutable_candidate() = ACandidate("Le Lien", 0);
  notice.set_rule("NOTICE_TOO_SHORT");
  notice.set_missing_notice_hours(5);
  EXPECT_EQ(ExplainMatch(match, {{"62361", "Frévent"}}),
            "Personne ne peut servir : personne ne dessert cette commune.\n"
            "Le plus proche : Bonne Route desservirait si sa zone venait jusqu'ici (6 min de sa "
            "zone, depuis Frévent).\n"
            "Ensuite : Le Lien aiderait si la demande venait 5 heures plus tôt.\n");
}

TEST(ExplainMatch, SaysWhatThereIsInstead) {
  MatchResponse match;
  match.set_blocking_rule("KIND_NOT_OFFERED");
  Candidate& candidate = *match.add_substitutes() = ACandidate("TAD du Ternois", 0);
  candidate.set_kind("on-demand-transit");
  candidate.set_external_url("https://tad.example");
  EXPECT_THAT(ExplainMatch(match, {}),
              HasSubstr("transport à la demande : TAD du Ternois, à 21 min. Se demande ailleurs : "
                        "https://tad.example"));
}

TEST(ExplainMatch, ShowsTenAndCountsTheRest) {
  MatchResponse match;
  for (int i = 0; i < 13; ++i) *match.add_candidates() = ACandidate(absl::StrCat("G", i), 0);
  const std::string text = ExplainMatch(match, {});
  EXPECT_THAT(text, HasSubstr("10. G9 suit"));
  EXPECT_THAT(text, HasSubstr("Et 3 autres."));
  EXPECT_THAT(text, Not(HasSubstr("G10")));
}

}  // namespace
}  // namespace entraide::cli
