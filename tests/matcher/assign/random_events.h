// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "matcher/assign/live.h"
#include "tests/matcher/assign/random_problem.h"

namespace entraide::matcher::assign {

// Arrivals, departures and changes of a town that keeps about its first size; its minutes grow with
// time, so that the live assignment must change its scale under way.
class RandomEvents {
 public:
  RandomEvents(const Shape& shape, Random& random);

  std::string Next();  // What happened.
  const LiveAssignment& live() const { return live_; }

 private:
  std::string AddTask();
  std::string AddPlace();
  std::string RemoveTask();
  std::string RemovePlace();
  std::string ChangeCapacity();

  Shape shape_;
  Random& random_;
  Parts parts_;
  std::vector<TaskId> tasks_{};
  std::vector<PlaceId> places_{};
  std::int32_t next_ = 1000;
  LiveAssignment live_;
};

}  // namespace entraide::matcher::assign
