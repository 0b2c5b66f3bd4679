// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

namespace entraide::matcher::dayplan {

// One stop of a tour as a question of times: when may each begin so that all can?
//
//   stop      home      A gets in      B gets in      A gets out      ...      home
//   index      0            1              2              3                     n-1
//   since     -1           -1             -1              1                      0
//                           `--------- at most `longest` --'
//
// `since` is the stop where the ride (or the whole tour) began that ends here, -1 where none does.
struct TimedStop {
  std::int32_t earliest = 0;
  std::int32_t latest = 0;
  std::int32_t service = 0;
  std::int32_t seconds_next = 0;  // Driving to the stop after it.
  std::int32_t since = -1;
  std::int32_t longest = 0;
};

// Raises every `earliest` to the first moment at which the stop can begin, rides waiting for each
// other included; false: no times will do. The constraints are differences, so the first moments
// all hold at once.
bool SettleEarliest(std::vector<TimedStop>& stops);

// Lowers every `latest` to the last such moment; the last moments all hold at once, too. To be
// asked only where `SettleEarliest` has found times.
void SettleLatest(std::vector<TimedStop>& stops);

}  // namespace entraide::matcher::dayplan
