// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/find_all.h"

#include <algorithm>

#include "absl/algorithm/container.h"
#include "matcher/engine/weights.h"
#include "matcher/index/refusals.h"

namespace entraide::matcher::index {
namespace {

constexpr size_t kAll = ~size_t{0};

Candidate CandidateOf(const Trial& trial, const Found& found, const TermValues& values,
                      Family family) {
  const Offer& offer = trial.offer;
  Candidate candidate{.offer = offer.id,
                      .organization = offer.organization,
                      .external = offer.external,
                      .intake = offer.intake,
                      .score = found.score,
                      .last_asked = offer.record.last_asked};
  if (offer.legal_mode != LegalMode::kOff) candidate.legal_findings = TusOpinionOf(trial).findings;
  const absl::Span<const WeightedTerm> terms = WeightedTerms();
  for (size_t i = 0; i < terms.size(); ++i) {
    if (values[i] == kAbsent) continue;
    candidate.terms.push_back({terms[i].name, values[i], WeightIn(terms[i], family)});
  }
  return candidate;
}

}  // namespace

AllOfKind FindAll(const Territory& territory, const KindIndex& index, const Need& need,
                  absl::Time now, Scratch& scratch) {
  AllOfKind all;
  if (index.offers.empty()) return all;
  FindBest(territory, index, need, now, kAll, scratch);
  FindTerms(territory, index, need, now, scratch);
  const TermValues* values = scratch.terms.data();
  const auto candidate_of = [&](const Found& found) {
    return CandidateOf({territory.world, need, index.offers[found.offer], now}, found, *values++,
                       index.family);
  };
  for (const Found& found : scratch.best) all.candidates.push_back(candidate_of(found));
  for (const Waiting& waiting : scratch.waiting) {
    all.conditional.push_back(candidate_of(waiting.found));
    all.conditional.back().missing_facts = waiting.missing_facts;
  }
  all.refusals = CountRefusals(territory, index, need, now, scratch);
  all.dearest_cents = scratch.dearest_cents;
  return all;
}

std::vector<Admitted> FindAdmitted(const Territory& territory, const KindIndex& index,
                                   const Need& need, absl::Time now, Scratch& scratch) {
  FindBest(territory, index, need, now, kAll, scratch);
  std::vector<Admitted> admitted;
  for (const Found& found : scratch.best) admitted.push_back({&index.offers[found.offer], {}});
  for (const Waiting& waiting : scratch.waiting) {
    admitted.push_back({&index.offers[waiting.found.offer], waiting.missing_facts});
  }
  absl::c_sort(admitted,
               [](const Admitted& a, const Admitted& b) { return a.offer->id < b.offer->id; });
  return admitted;
}

}  // namespace entraide::matcher::index
