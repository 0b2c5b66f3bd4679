// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cstdint>

#include "matcher/dayplan/plan_day.h"

namespace entraide::matcher::dayplan {

// How much of the effort is spent, counted in rounds and asked of the caller now and then.
class Progress {
 public:
  explicit Progress(const Effort& effort) : effort_(effort) { Look(); }

  // Counts one round. True every few rounds, when `share` is up to date.
  bool Step() {
    ++rounds_;
    const bool is_time_to_look = rounds_ % kRoundsPerLook == 0 || rounds_ >= effort_.rounds;
    if (is_time_to_look) Look();
    return is_time_to_look;
  }

  // From 0; all is spent from 1 on.
  double share() const { return share_; }

 private:
  static constexpr std::int64_t kRoundsPerLook = 16;

  void Look() {
    const double rounds = static_cast<double>(std::max<std::int64_t>(effort_.rounds, 1));
    share_ = effort_.rounds <= 0 ? 1 : static_cast<double>(rounds_) / rounds;
    if (effort_.spent != nullptr) share_ = std::max(share_, effort_.spent());
  }

  const Effort& effort_;
  std::int64_t rounds_ = 0;
  double share_ = 0;
};

}  // namespace entraide::matcher::dayplan
