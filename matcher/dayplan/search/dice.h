// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

namespace entraide::matcher::dayplan {

// Random numbers that are the same on every machine (xorshift64*; std distributions are not).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL | 1) {}

  // 0 to `sides` - 1.
  int Throw(int sides) {
    return static_cast<int>((Next() >> 32) * static_cast<std::uint64_t>(sides) >> 32);
  }

  // Above 0, below 1.
  double Share() { return (static_cast<double>(Next() >> 12) + 0.5) / 4503599627370496.0; }

 private:
  std::uint64_t Next() {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return state_ * 0x2545F4914F6CDD1DULL;
  }

  std::uint64_t state_;
};

}  // namespace entraide::matcher::dayplan
