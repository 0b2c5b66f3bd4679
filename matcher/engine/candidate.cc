// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/candidate.h"

#include <algorithm>
#include <cstdint>

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

bool RanksBefore(const Candidate& a, const Candidate& b) {
  return a.score != b.score ? a.score > b.score : a.offer < b.offer;
}

}  // namespace

std::vector<Candidate> Rank(const World& world, const Need& need,
                            const std::vector<Admitted>& admitted, absl::Time now) {
  const terms::Field field = terms::FieldOf(world, need, admitted, now);
  std::vector<Candidate> ranked;
  for (const Admitted& one : admitted) {
    const Offer& offer = *one.offer;
    std::vector<Term> applying = TermsOf({world, need, offer, now}, field);
    const int score = ScoreOf(applying);
    ranked.push_back({offer.id, offer.organization, offer.external, offer.intake, score,
                      std::move(applying), one.missing_facts});
  }
  std::sort(ranked.begin(), ranked.end(), RanksBefore);
  return ranked;
}

}  // namespace entraide::matcher
