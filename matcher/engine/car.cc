// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/car.h"

namespace entraide::matcher {
namespace {

ChildSeats operator+(const ChildSeats& a, const ChildSeats& b) {
  return {a.baby + b.baby, a.toddler + b.toddler, a.booster + b.booster};
}

bool HasSeatsFor(const ChildSeats& there, const ChildSeats& wanted) {
  return wanted.baby <= there.baby && wanted.toddler <= there.toddler &&
         wanted.booster <= there.booster;
}

}  // namespace

Load operator+(const Load& a, const Load& b) {
  return {.seats = a.seats + b.seats,
          .child_seats = a.child_seats + b.child_seats,
          .wheelchairs_seated = a.wheelchairs_seated + b.wheelchairs_seated,
          .wheelchairs_folded = a.wheelchairs_folded + b.wheelchairs_folded};
}

bool HasRoomFor(const Car& car, const Load& load) {
  return load.seats <= car.seats && HasSeatsFor(car.child_seats, load.child_seats) &&
         load.wheelchairs_seated <= (car.ramp ? 1 : 0) &&
         load.wheelchairs_folded <= (car.boot ? 1 : 0);
}

}  // namespace entraide::matcher
