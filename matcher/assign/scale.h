// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <limits>
#include <optional>

#include "matcher/assign/cost.h"

namespace entraide::matcher::assign {

// A `Cost` as one integer, so that the searches compare and add once instead of three times:
//
//   price = unserved * scale.unserved + minutes * scale.minute + load
//
// The digits never run into each other: along a path of displaced tasks only its two ends change
// the load of a place, so twice the dearest load separates loads from minutes; and no path costs
// more minutes than all tasks at their dearest places together.
using Price = std::int64_t;

// Above every price and every length of a path; two of them still add up.
inline constexpr Price kNever = std::numeric_limits<Price>::max() / 4;

// What the prices of a problem have to hold.
struct Magnitude {
  std::int64_t all_minutes = 0;   // Every task at its dearest place, added up.
  std::int64_t most_minutes = 0;  // The dearest way of any task.
  std::int64_t most_load = 0;     // The dearest step of load of any place.
};

struct Scale {
  Price minute = 1;
  Price unserved = 1;

  Price OfMinutes(std::int64_t minutes) const { return minutes * minute; }
  Price Pack(const Cost& cost) const {
    return cost.unserved * unserved + cost.minutes * minute + cost.load;
  }
  Cost Unpack(Price price) const;

  // Whether prices in this scale are exact for a problem of that size.
  bool Holds(const Magnitude& magnitude) const;

  // A scale with room for a problem twice as large. None: the costs are too large to be added up.
  static std::optional<Scale> For(const Magnitude& magnitude);
};

}  // namespace entraide::matcher::assign
