// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/rules/rules.h"

namespace entraide::matcher::rules {

Answer SeatsSuffice(const Trial& trial) {
  return YesIf(trial.need.passengers <= trial.offer.seats.value_or(trial.need.passengers));
}

std::optional<Change> SeatsMissing(const Trial& trial) {
  return MoreSeats{.missing = trial.need.passengers - trial.offer.seats.value_or(0)};
}

}  // namespace entraide::matcher::rules
