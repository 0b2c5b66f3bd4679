// SPDX-License-Identifier: EUPL-1.2
#include "absl/algorithm/container.h"
#include "matcher/engine/rules/rules.h"

namespace entraide::matcher::rules {

Answer PlaceIsLeft(const Trial& trial) {
  switch (trial.offer.intake) {
    case Intake::kClosed:
      return No();
    case Intake::kWaitlist:
    case Intake::kAssessment:
      return Yes();
    case Intake::kOpen:
      break;
  }
  return YesIf(absl::c_all_of(trial.offer.capacity, [](const Capacity& capacity) {
    return !capacity.available.has_value() || *capacity.available > 0;
  }));
}

std::optional<Change> PlaceNeeded(const Trial& trial) {
  if (trial.offer.intake == Intake::kClosed) return std::nullopt;
  return FreePlace{};
}

}  // namespace entraide::matcher::rules
