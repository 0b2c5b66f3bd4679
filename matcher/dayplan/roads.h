// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace entraide::matcher::dayplan {

// Place of a place in one `Roads` table, from 0: a commune, an address, a driver's home.
enum class PlaceIndex : int {};

// The way from one place to another.
struct Road {
  std::int32_t seconds = 0;
  std::int32_t meters = 0;
};

// The way between any two places of a day, in whole seconds and metres so that every machine plans
// alike. It need not be symmetric. Where a detour is shorter than the direct way, a planner may
// overlook it. Immutable.
class Roads {
 public:
  Roads() = default;

  // Asks `between` once for every ordered pair, a place and itself included.
  Roads(int places, const std::function<Road(PlaceIndex from, PlaceIndex to)>& between);

  int places() const { return places_; }
  const Road& Between(PlaceIndex from, PlaceIndex to) const {
    return roads_[static_cast<std::size_t>(from) * static_cast<std::size_t>(places_) +
                  static_cast<std::size_t>(to)];
  }

 private:
  int places_ = 0;
  std::vector<Road> roads_{};  // Row by row: all ways from one place are neighbours.
};

}  // namespace entraide::matcher::dayplan
