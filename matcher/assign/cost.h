// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <cstdint>

namespace entraide::matcher::assign {

// What an assignment costs, the worst first: one task more without a place outweighs any driving,
// one minute more outweighs any load. Compared in that order, added member by member; prices and
// differences may have negative members.
struct Cost {
  std::int64_t unserved = 0;  // Tasks.
  std::int64_t minutes = 0;   // Driven empty.
  std::int64_t load = 0;      // What the places charge for being used much, see `Place`.

  friend auto operator<=>(const Cost&, const Cost&) = default;

  Cost& operator+=(const Cost& other) {
    unserved += other.unserved;
    minutes += other.minutes;
    load += other.load;
    return *this;
  }
  Cost& operator-=(const Cost& other) {
    unserved -= other.unserved;
    minutes -= other.minutes;
    load -= other.load;
    return *this;
  }
  friend Cost operator+(Cost a, const Cost& b) { return a += b; }
  friend Cost operator-(Cost a, const Cost& b) { return a -= b; }
};

}  // namespace entraide::matcher::assign
