// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <random>

#include "matcher/assign/live.h"
#include "matcher/assign/problem.h"

namespace entraide::bench {

// Somebody goes and comes back, each time another: two events of a live assignment.
class Traffic {
 public:
  // `problem` outlives it.
  explicit Traffic(const matcher::assign::Problem& problem);

  void TaskGoesAndComes();
  void PlaceGoesAndComes();

  // Whether every event was taken and what stands now is proved to be the best.
  bool StillOptimal() const;

 private:
  const matcher::assign::Problem& problem_;
  const matcher::assign::Rows<matcher::assign::PlaceIndex, matcher::assign::BackArc> back_;
  matcher::assign::LiveAssignment live_;
  std::mt19937_64 random_{7};
  bool ok_ = true;
};

}  // namespace entraide::bench
