// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace entraide::matcher {

struct ChildSeats {
  int baby = 0;
  int toddler = 0;
  int booster = 0;
};

struct Car {
  enum class Owner { kUnknown, kVolunteer, kOrganization, kLentToOrganization };
  int seats = 0;  // For passengers.
  ChildSeats child_seats{};
  bool ramp = false;  // Room for one person who stays in a wheelchair.
  bool boot = false;  // Room for one folded wheelchair.
  Owner owner = Owner::kUnknown;
};

// What passengers take of a car.
struct Load {
  int seats = 0;  // Who stays in a wheelchair takes none.
  ChildSeats child_seats{};
  int wheelchairs_seated = 0;
  int wheelchairs_folded = 0;
};

Load operator+(const Load& a, const Load& b);

bool HasRoomFor(const Car& car, const Load& load);

}  // namespace entraide::matcher
