// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/match.h"

#include <utility>

#include "matcher/engine/weights.h"

namespace entraide::matcher {

MatchResult Match(const World& world, const Need& need, absl::Time now) {
  Sifted sifted = Sift(world, need, now);
  MatchResult result{.weights_version = kWeightsVersion, .refusals = std::move(sifted.refusals)};
  for (Candidate& candidate : Rank(world, need, sifted.admitted, now)) {
    auto& group = candidate.missing_facts.empty() ? result.candidates : result.conditional;
    group.push_back(std::move(candidate));
  }
  AddWhatElse(
      world, need, now, [&](const Need& instead) { return Sift(world, instead, now).admitted; },
      result);
  return result;
}

void AddWhatElse(const World& world, const Need& need, absl::Time now, Admit admit,
                 MatchResult& result) {
  if (!result.candidates.empty()) return;
  if (result.conditional.empty()) {
    result.blocking_rule =
        result.refusals.empty() ? Rule::kKindNotOffered : result.refusals.back().rule;
  }
  result.questions = QuestionsFor(result.conditional);
  result.near_misses = NearMissesOf(world, need, now);
  result.substitutes = SubstitutesFor(world, need, now, admit);
}

}  // namespace entraide::matcher
