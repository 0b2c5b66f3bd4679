// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/candidate.h"

#include <algorithm>
#include <cstdint>
#include <tuple>

#include "matcher/engine/kinds.h"
#include "matcher/engine/weights.h"

namespace entraide::matcher {
namespace {

std::vector<Term> TermsOf(const Trial& trial, const terms::Field& field) {
  const Family family = FamilyOf(trial.offer.kind);
  std::vector<Term> applying;
  for (const WeightedTerm& term : WeightedTerms()) {
    const int weight = WeightIn(term, family);
    if (weight == 0) continue;
    const std::optional<int> value = term.value(trial, field);
    if (value.has_value()) applying.push_back({term.name, *value, weight});
  }
  return applying;
}

int ScoreOf(const std::vector<Term>& applying) {
  int64_t weighted = 0;
  int64_t weights = 0;
  for (const Term& term : applying) {
    weighted += int64_t{term.weight} * term.value;
    weights += term.weight;
  }
  return weights == 0 ? 0 : static_cast<int>(weighted / weights);
}

Candidate CandidateOf(const Trial& trial, const Admitted& admitted, const terms::Field& field) {
  const Offer& offer = trial.offer;
  Candidate candidate{.offer = offer.id,
                      .organization = offer.organization,
                      .external = offer.external,
                      .intake = offer.intake,
                      .terms = TermsOf(trial, field),
                      .missing_facts = admitted.missing_facts,
                      .last_asked = terms::RecordOf(trial).last_asked};
  candidate.score = ScoreOf(candidate.terms);
  if (trial.volunteer != nullptr) candidate.volunteer = trial.volunteer->id;
  if (offer.legal_mode != LegalMode::kOff) candidate.legal_findings = TusOpinionOf(trial).findings;
  return candidate;
}

}  // namespace

bool RanksBefore(const Candidate& a, const Candidate& b) {
  if (a.score != b.score) return a.score > b.score;
  return std::tie(a.last_asked, a.offer, a.volunteer) <
         std::tie(b.last_asked, b.offer, b.volunteer);
}

std::vector<Candidate> Rank(const World& world, const Need& need,
                            const std::vector<Admitted>& admitted, absl::Time now) {
  return Rank(world, need, admitted, terms::FieldOf(world, need, admitted, now), now);
}

std::vector<Candidate> Rank(const World& world, const Need& need,
                            const std::vector<Admitted>& admitted, const terms::Field& field,
                            absl::Time now) {
  std::vector<Candidate> ranked;
  for (const Admitted& one : admitted) {
    ranked.push_back(CandidateOf({world, need, *one.offer, now, one.volunteer}, one, field));
  }
  std::sort(ranked.begin(), ranked.end(), RanksBefore);
  return ranked;
}

}  // namespace entraide::matcher
