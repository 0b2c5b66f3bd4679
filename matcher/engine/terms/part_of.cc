// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "matcher/engine/terms/terms.h"

namespace entraide::matcher::terms {

int PartOf(int64_t part, int64_t whole) {
  const int64_t clamped = std::clamp<int64_t>(part, 0, whole);
  return static_cast<int>(kBest * clamped / whole);
}

}  // namespace entraide::matcher::terms
