// SPDX-License-Identifier: EUPL-1.2
#include "absl/algorithm/container.h"
#include "matcher/engine/kinds.h"
#include "matcher/engine/terms/terms.h"

namespace entraide::matcher::terms {

std::optional<int> Preference(const Trial& trial, const Field&) {
  int wanted = 0;
  int met = 0;
  for (const std::string& need : trial.need.needs) {
    if (!IsComfort(need)) continue;
    ++wanted;
    if (absl::c_linear_search(trial.offer.accommodations, need)) ++met;
  }
  if (wanted == 0) return std::nullopt;
  return PartOf(met, wanted);
}

}  // namespace entraide::matcher::terms
