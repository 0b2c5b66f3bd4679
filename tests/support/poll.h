// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>

#include "absl/time/clock.h"
#include "absl/time/time.h"

namespace entraide {

// Asks again and again until `holds`, for ten seconds at most; whether it came to hold.
inline bool Eventually(const std::function<bool()>& holds) {
  const absl::Time end = absl::Now() + absl::Seconds(10);
  while (!holds()) {
    if (absl::Now() > end) return false;
    absl::SleepFor(absl::Milliseconds(5));
  }
  return true;
}

}  // namespace entraide
