// SPDX-License-Identifier: EUPL-1.2
#include "absl/algorithm/container.h"
#include "matcher/engine/rules/rules.h"

namespace entraide::matcher::rules {

Answer IsNotExcluded(const Trial& trial) {
  return YesIf(!absl::c_linear_search(trial.need.excluded_offers, trial.offer.id));
}

}  // namespace entraide::matcher::rules
