// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/rules/rules.h"

namespace entraide::matcher::rules {

Answer MinorIsAccepted(const Trial& trial) {
  return YesIf(!trial.need.minor_alone || trial.offer.accepts_minor_alone);
}

}  // namespace entraide::matcher::rules
