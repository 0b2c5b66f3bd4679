// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "matcher/engine/terms/terms.h"

namespace entraide::matcher::terms {

int PartOf(int64_t part, int64_t whole) {
  const int64_t clamped = std::clamp<int64_t>(part, 0, whole);
  return static_cast<int>(kBest * clamped / whole);
}

int PartOf(absl::Duration part, absl::Duration whole) {
  return PartOf(absl::ToInt64Seconds(part), absl::ToInt64Seconds(whole));
}

const Record& RecordOf(const Trial& trial) {
  return trial.volunteer == nullptr ? trial.offer.record : trial.volunteer->record;
}

}  // namespace entraide::matcher::terms
