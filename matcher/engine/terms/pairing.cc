// SPDX-License-Identifier: EUPL-1.2
#include <utility>

#include "matcher/engine/hard_rules.h"
#include "matcher/engine/kinds.h"
#include "matcher/engine/terms/terms.h"

namespace entraide::matcher::terms {
namespace {

Need OtherLegOf(const Need& need) {
  Need other = need;
  other.pickup = need.dropoff;
  other.dropoff = PickupOf(need);
  other.spans = {*need.other_leg};
  other.other_leg.reset();
  return other;
}

}  // namespace

std::optional<int> Pairing(const Trial& trial, const Field&) {
  if (trial.volunteer == nullptr || !trial.need.other_leg.has_value()) return std::nullopt;
  if (!trial.need.dropoff.has_value()) return std::nullopt;
  const Need other = OtherLegOf(trial.need);
  const Judgement judgement = Judge({trial.world, other, trial.offer, trial.now, trial.volunteer});
  return judgement.refused_by.has_value() ? 0 : kBest;
}

}  // namespace entraide::matcher::terms
