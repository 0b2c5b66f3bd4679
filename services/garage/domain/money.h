// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

namespace entraide::garage {

// An amount in euro cents.
using Cents = std::int64_t;
inline constexpr Cents kMostCents = 100'000'00;  // More than any car of a solidarity garage.

// `percent` of `amount`, a half cent up.
constexpr Cents PercentOf(Cents amount, int percent) { return (amount * percent + 50) / 100; }

}  // namespace entraide::garage
