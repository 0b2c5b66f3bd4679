// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/pooling.h"

#include <algorithm>
#include <cmath>

#include "matcher/engine/terms/terms.h"

namespace entraide::matcher::terms {

std::optional<int> Pooling(const Trial& trial, const Field&) {
  if (trial.volunteer == nullptr || !trial.need.dropoff.has_value()) return std::nullopt;
  const double alone =
      trial.world.RouteBetween(PickupOf(trial.need), *trial.need.dropoff).distance_meters;
  if (alone < 1) return std::nullopt;
  double together = 0;
  for (const Commitment* const commitment : trial.world.CommitmentsOf(trial.volunteer->id)) {
    together = std::max(together, MetersTogether(trial, *commitment).value_or(0));
  }
  return PartOf(std::llround(together), std::llround(alone));
}

}  // namespace entraide::matcher::terms
