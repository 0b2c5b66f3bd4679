// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/index.h"

#include <algorithm>
#include <utility>

#include "absl/algorithm/container.h"
#include "matcher/engine/weights.h"
#include "matcher/index/refusals.h"

namespace entraide::matcher::index {
namespace {

constexpr absl::civil_year_t kFirstYear = 2020;
constexpr absl::civil_year_t kLastYear = 2049;
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

std::vector<Admitted> AdmittedOf(const KindIndex& index, const Scratch& scratch) {
  std::vector<Admitted> admitted;
  for (const Found& found : scratch.best) admitted.push_back({&index.offers[found.offer], {}});
  for (const Waiting& waiting : scratch.waiting) {
    admitted.push_back({&index.offers[waiting.found.offer], waiting.missing_facts});
  }
  absl::c_sort(admitted, [](const Admitted& a, const Admitted& b) { return a.offer < b.offer; });
  return admitted;
}

}  // namespace

std::shared_ptr<const Calendar> CalendarOfPlans(absl::TimeZone zone) {
  return std::make_shared<const Calendar>(zone, kFirstYear, kLastYear);
}

std::shared_ptr<const Ground> Ground::Of(const World& world, ReachOptions options) {
  return std::make_shared<const Ground>(
      Ground{.calendar = CalendarOfPlans(world.time_zone()), .reach = Reach(world, options)});
}

Index::Index(const World& world, std::shared_ptr<const Ground> ground)
    : world_(world), ground_(std::move(ground)) {
  for (const absl::string_view kind : world.Kinds()) {
    kinds_.emplace(kind, KindIndex::Of(world, kind, ground_->reach));
  }
}

const KindIndex* Index::OfKind(absl::string_view kind) const {
  const auto found = kinds_.find(kind);
  return found == kinds_.end() ? nullptr : &found->second;
}

bool Index::AsksVolunteers(absl::string_view kind) const {
  const KindIndex* const index = OfKind(kind);
  return index != nullptr && index->asks_volunteers;
}

bool Index::FindBest(const Need& need, absl::Time now, size_t limit, Scratch& scratch) const {
  const KindIndex* const kind = OfKind(need.kind);
  if (kind == nullptr) return false;
  index::FindBest(territory(), *kind, need, now, limit, scratch);
  return true;
}

MatchResult Index::Match(const Need& need, absl::Time now, Scratch& scratch) const {
  if (AsksVolunteers(need.kind)) return matcher::Match(world_, need, now);
  MatchResult result{.weights_version = kWeightsVersion};
  if (FindBest(need, now, kAll, scratch)) {
    const KindIndex& kind = *OfKind(need.kind);
    FindTerms(territory(), kind, need, now, scratch);
    const TermValues* values = scratch.terms.data();
    const auto candidate_of = [&](const Found& found) {
      return CandidateOf({world_, need, kind.offers[found.offer], now}, found, *values++,
                         kind.family);
    };
    for (const Found& found : scratch.best) result.candidates.push_back(candidate_of(found));
    for (const Waiting& waiting : scratch.waiting) {
      result.conditional.push_back(candidate_of(waiting.found));
      result.conditional.back().missing_facts = waiting.missing_facts;
    }
    result.refusals = CountRefusals(territory(), kind, need, now, scratch);
  }
  if (!result.candidates.empty()) return result;
  if (result.conditional.empty()) {
    result.blocking_rule =
        result.refusals.empty() ? Rule::kKindNotOffered : result.refusals.back().rule;
  }
  result.questions = QuestionsFor(result.conditional);
  result.near_misses = NearMissesOf(world_, need, now);
  result.substitutes = SubstitutesFor(world_, need, now, [&](const Need& instead) {
    if (AsksVolunteers(instead.kind)) return Sift(world_, instead, now).admitted;
    if (!FindBest(instead, now, kAll, scratch)) return std::vector<Admitted>();
    return AdmittedOf(*OfKind(instead.kind), scratch);
  });
  return result;
}

}  // namespace entraide::matcher::index
