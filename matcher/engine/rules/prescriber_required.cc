// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/rules/rules.h"

namespace entraide::matcher::rules {

Answer PrescriberFiles(const Trial& trial) {
  const TriggeredBy& by = trial.offer.triggered_by;
  const bool professionals_only = by.professional && !by.resident;
  return YesIf(!professionals_only || trial.need.filed_by_prescriber);
}

std::optional<Change> PrescriberNeeded(const Trial&) { return FileByPrescriber{}; }

}  // namespace entraide::matcher::rules
