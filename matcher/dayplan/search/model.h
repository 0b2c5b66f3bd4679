// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "matcher/dayplan/day.h"
#include "matcher/dayplan/plan.h"
#include "matcher/dayplan/search/room.h"

namespace entraide::matcher::dayplan {

// A day as the search reads it: plain numbers, windows as tight as they imply each other, and
// whatever can be said once of a leg and a driver said once.
//
// A *node* is where somebody gets in (2 x leg) or out (2 x leg + 1), or kHome. A *shift* is one
// window of availability of one driver: it has one tour, perhaps empty.

inline constexpr int kHome = -1;
inline constexpr std::int32_t kUnlimited = std::numeric_limits<std::int32_t>::max();

constexpr int PickupOf(int leg) { return 2 * leg; }
constexpr int DropoffOf(int leg) { return 2 * leg + 1; }
constexpr int LegOf(int node) { return node / 2; }
constexpr bool IsPickup(int node) { return node % 2 == 0; }  // Not of kHome.

struct Node {
  std::int32_t place = 0;
  std::int32_t earliest = 0;
  std::int32_t latest = 0;
  std::int32_t service = 0;
};

struct LegFacts {
  Room demand{};
  std::int32_t longest_alone = kUnlimited;   // Seconds aboard without company.
  std::int32_t longest_shared = kUnlimited;  // And with.
  bool is_committed = false;
  std::vector<int> mates{};  // Legs that would rather have the same driver.
  std::int32_t slack = 0;    // Seconds between the first and the last moment for it.
  std::int32_t remote = 0;   // Metres from the nearest home of somebody who could drive.
};

struct Shift {
  int driver = 0;
  int window = 0;
  std::int32_t place = 0;
  std::int32_t from = 0;
  std::int32_t until = 0;
  std::int32_t longest_away = kUnlimited;
  Room room{};
  int kind = 0;  // Empty shifts of one kind are interchangeable.
};

struct DriverFacts {
  int most_trips = 0;
  int recent_trips = 0;
};

class Model {
 public:
  explicit Model(const Day& day);

  int legs() const { return static_cast<int>(facts.size()); }
  int shift_count() const { return static_cast<int>(shifts.size()); }
  const Road* RoadsFrom(int place) const { return &from_[Row(place)]; }  // [to]
  const Road* RoadsTo(int place) const { return &to()[Row(place)]; }     // [from]
  const Road& Between(int from, int to) const { return from_[Row(from) + Column(to)]; }

  // Whether the shift could carry the leg if it carried nothing else.
  bool Suits(int leg, int shift) const { return !refusals_[Cell(leg, shift)].has_value(); }

  // Why the leg cannot be carried even by somebody with nothing else to do, if so.
  std::optional<Reason> HopelessBecause(int leg) const;

  std::vector<Node> nodes{};
  std::vector<LegFacts> facts{};
  std::vector<Shift> shifts{};
  std::vector<DriverFacts> drivers{};
  int kinds = 0;
  std::int64_t split_pair_meters = 0;
  bool has_limits = false;  // On the length of some ride or tour: then times need more care.

 private:
  std::size_t Row(int place) const {
    return static_cast<std::size_t>(place) * static_cast<std::size_t>(places_);
  }
  static std::size_t Column(int place) { return static_cast<std::size_t>(place); }
  std::size_t Cell(int leg, int shift) const {
    return static_cast<std::size_t>(leg) * shifts.size() + static_cast<std::size_t>(shift);
  }
  const std::vector<Road>& to() const { return to_.empty() ? from_ : to_; }

  void ReadRoads(const Roads& roads);
  void ReadDrivers(const Day& day);
  void ReadLegs(const Day& day);
  void ReadRefusals(const Day& day);
  std::optional<Reason> Refusal(const Day& day, int leg, const Shift& shift) const;

  int places_ = 0;
  std::vector<Road> from_{};
  std::vector<Road>
      to_{};  // Transposed, so that the scan of a tour reads one row; empty where equal.
  std::vector<std::optional<Reason>> refusals_{};  // Of a leg by a shift, one row a leg.
  std::vector<bool> is_impossible_{};              // Of a leg, whoever drives.
};

}  // namespace entraide::matcher::dayplan
