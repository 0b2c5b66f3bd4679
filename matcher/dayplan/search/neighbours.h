// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "matcher/dayplan/search/model.h"

namespace entraide::matcher::dayplan {

// For every node the nodes nearest to it by road, itself first.
class Neighbours {
 public:
  explicit Neighbours(const Model& model);

  // `count()` nodes.
  const std::int32_t* Of(int node) const {
    return &nearest_[static_cast<std::size_t>(node) * static_cast<std::size_t>(count_)];
  }
  int count() const { return count_; }

 private:
  int count_ = 0;
  std::vector<std::int32_t> nearest_{};
};

}  // namespace entraide::matcher::dayplan
