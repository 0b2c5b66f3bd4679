// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/sift.h"

#include <algorithm>
#include <map>
#include <utility>

#include "matcher/engine/hard_rules.h"

namespace entraide::matcher {

namespace {

// Takes the candidates of one offer in.
void Add(const std::vector<Trial>& candidates, std::map<Rule, RefusalCount>& refusals,
         Sifted& sifted) {
  const size_t admitted_before = sifted.admitted.size();
  Rule last = Rule::kKindNotOffered;
  for (const Trial& trial : candidates) {
    Judgement judgement = Judge(trial);
    if (judgement.refused_by.has_value()) {
      last = std::max(last, *judgement.refused_by);
      if (trial.volunteer != nullptr) ++refusals[*judgement.refused_by].volunteer_count;
    } else {
      sifted.admitted.push_back(
          {&trial.offer, std::move(judgement.missing_facts), trial.volunteer});
    }
  }
  if (sifted.admitted.size() == admitted_before) ++refusals[last].count;
}

}  // namespace

Sifted Sift(const World& world, const Need& need, absl::Time now) {
  Sifted sifted;
  std::map<Rule, RefusalCount> refusals;
  for (const Offer& offer : world.OffersOfKind(need.kind)) {
    Add(TrialsOf(world, need, offer, now), refusals, sifted);
  }
  for (const auto& [rule, count] : refusals) {
    sifted.refusals.push_back({rule, count.count, count.volunteer_count});
  }
  if (sifted.admitted.empty()) {
    sifted.blocking_rule = refusals.empty() ? Rule::kKindNotOffered : refusals.rbegin()->first;
  }
  return sifted;
}

}  // namespace entraide::matcher
