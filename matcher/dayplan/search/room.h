// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

namespace entraide::matcher::dayplan {

// What a vehicle has room for, or what its riders take up: three amounts in one word, so that one
// subtraction compares all three. The top bit of each field is kept free for that.
//
//     62 ....... 42  41 ....... 21  20 ........ 0
//     | company   |  | wheelchairs |  | seats    |
//
// Company is a seat of a peculiar kind: every car has `kAlone` of them, who shares takes one and
// who wants to be alone takes all.
class Room {
 public:
  static constexpr std::uint64_t kAlone = 1 << 16;

  constexpr Room() = default;
  static constexpr Room Of(std::uint64_t seats, std::uint64_t wheelchairs, std::uint64_t company) {
    return Room(seats | wheelchairs << 21 | company << 42);
  }

  // Whether `more` can come aboard where `taken` is taken already and this is all the room.
  constexpr bool Holds(Room taken, Room more) const {
    return ((bits_ + kGuards - taken.bits_ - more.bits_) & kGuards) == kGuards;
  }
  constexpr Room operator+(Room other) const { return Room(bits_ + other.bits_); }
  constexpr Room operator-(Room other) const { return Room(bits_ - other.bits_); }
  friend constexpr bool operator==(Room, Room) = default;

 private:
  static constexpr std::uint64_t kGuards =
      std::uint64_t{1} << 20 | std::uint64_t{1} << 41 | std::uint64_t{1} << 62;

  explicit constexpr Room(std::uint64_t bits) : bits_(bits) {}

  std::uint64_t bits_ = 0;
};

}  // namespace entraide::matcher::dayplan
