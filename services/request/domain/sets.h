// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <initializer_list>

#include "services/request/domain/request.h"

namespace entraide::request {

// A set of values of an enum of at most 32.
template <typename Enum>
class SetOf {
 public:
  constexpr SetOf(std::initializer_list<Enum> values) {
    for (const Enum value : values) bits_ |= Bit(value);
  }
  constexpr bool Has(Enum value) const { return (bits_ & Bit(value)) != 0; }

 private:
  static constexpr std::uint32_t Bit(Enum value) {
    return std::uint32_t{1} << static_cast<unsigned>(value);
  }
  std::uint32_t bits_ = 0;
};

using States = SetOf<State>;
using Roles = SetOf<Role>;

// IsHeld, but for the QUOTED of a repair.
inline constexpr States kHeldStates = {State::kAccepted,  State::kWaitlisted, State::kConfirmed,
                                       State::kScheduled, State::kReserved,   State::kBooked,
                                       State::kQuoted};

// Staff of the organization that holds it; its coordinator may do all that staff may.
inline constexpr Roles kHolders = {Role::kStaff, Role::kCoordinator};

}  // namespace entraide::request
