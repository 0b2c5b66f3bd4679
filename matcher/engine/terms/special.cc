// SPDX-License-Identifier: EUPL-1.2
#include "absl/algorithm/container.h"
#include "matcher/engine/terms/terms.h"

namespace entraide::matcher::terms {

std::optional<int> Special(const Trial& trial, const Field&) {
  if (trial.volunteer == nullptr || !trial.volunteer->car.has_value()) return std::nullopt;
  const bool wasted =
      trial.volunteer->car->ramp && !absl::c_linear_search(trial.need.needs, "wheelchair-seated");
  return wasted ? 0 : kBest;
}

}  // namespace entraide::matcher::terms
