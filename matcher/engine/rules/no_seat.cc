// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/car.h"
#include "matcher/engine/kinds.h"
#include "matcher/engine/rules/rules.h"

namespace entraide::matcher::rules {

Answer SeatsSuffice(const Trial& trial) {
  if (trial.volunteer != nullptr) return Yes();
  return YesIf(trial.need.passengers <= trial.offer.seats.value_or(trial.need.passengers));
}

Answer CarHasRoom(const Trial& trial, const Volunteer& volunteer) {
  if (FamilyOf(trial.offer.kind) != Family::kRides) return Yes();
  return YesIf(HasRoomFor(volunteer.car.value_or(Car{}), LoadOf(trial.need)));
}

std::optional<Change> SeatsMissing(const Trial& trial) {
  if (trial.volunteer == nullptr) {
    return MoreSeats{.missing = trial.need.passengers - trial.offer.seats.value_or(0)};
  }
  const int missing = LoadOf(trial.need).seats - trial.volunteer->car.value_or(Car{}).seats;
  if (missing <= 0) return std::nullopt;  // It lacks child seats, or room for a wheelchair.
  return MoreSeats{.missing = missing};
}

}  // namespace entraide::matcher::rules
