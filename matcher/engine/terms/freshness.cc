// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>

#include "matcher/engine/terms/terms.h"

namespace entraide::matcher::terms {

std::optional<int> Freshness(const Trial& trial, const Field&) {
  if (!trial.offer.quality_score.has_value()) return std::nullopt;
  return static_cast<int>(std::lround(kBest * std::clamp(*trial.offer.quality_score, 0.0, 1.0)));
}

}  // namespace entraide::matcher::terms
