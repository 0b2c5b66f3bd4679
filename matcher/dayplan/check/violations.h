// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "matcher/dayplan/check_plan.h"

namespace entraide::matcher::dayplan {

// What has been found so far, and of which tour.
class Violations {
 public:
  // From now on, what is found concerns this driver; nullopt: the plan as a whole.
  void About(std::optional<DriverIndex> driver) { driver_ = driver; }
  void Add(Flaw flaw, std::optional<LegIndex> leg, std::string what) {
    found_.push_back({flaw, driver_, leg, std::move(what)});
  }
  std::size_t size() const { return found_.size(); }
  std::vector<Violation> Take() { return std::move(found_); }

 private:
  std::optional<DriverIndex> driver_{};
  std::vector<Violation> found_{};
};

template <typename T, typename Index>
bool Has(const std::vector<T>& things, Index index) {
  return static_cast<int>(index) >= 0 && static_cast<std::size_t>(index) < things.size();
}

template <typename T, typename Index>
const T& At(const std::vector<T>& things, Index index) {
  return things[static_cast<std::size_t>(index)];
}

}  // namespace entraide::matcher::dayplan
