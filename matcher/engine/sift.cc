// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/sift.h"

#include <map>
#include <utility>

#include "matcher/engine/hard_rules.h"

namespace entraide::matcher {

Sifted Sift(const World& world, const Need& need, absl::Time now) {
  Sifted sifted;
  std::map<Rule, int> refusals;
  for (const Offer& offer : world.OffersOfKind(need.kind)) {
    Judgement judgement = Judge({world, need, offer, now});
    if (judgement.refused_by.has_value()) {
      ++refusals[*judgement.refused_by];
    } else {
      sifted.admitted.push_back({&offer, std::move(judgement.missing_facts)});
    }
  }
  for (const auto& [rule, count] : refusals) sifted.refusals.push_back({rule, count});
  if (sifted.admitted.empty()) {
    sifted.blocking_rule = refusals.empty() ? Rule::kKindNotOffered : refusals.rbegin()->first;
  }
  return sifted;
}

}  // namespace entraide::matcher
