// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"

namespace entraide::matcher::index {

// The days of some years by the clock of one time zone, so that an instant's day is found without
// asking the zone. Immutable.
class Calendar {
 public:
  struct Day {
    int64_t midnight = 0;  // Unix seconds.
    int8_t weekday = 0;    // From Monday, 0.
    bool ordinary = true;  // 24 hours by one clock.
    bool public_holiday = false;
  };

  // Both years are included.
  Calendar(absl::TimeZone zone, absl::civil_year_t first_year, absl::civil_year_t last_year);

  // The day that holds the instant; null outside the years.
  const Day* Find(int64_t unix_seconds) const;

  // The day after one that `Find` gave; null after the last.
  const Day* Next(const Day* day) const {
    return day + 1 < days_.data() + days_.size() ? day + 1 : nullptr;
  }
  // The day before; null before the first.
  const Day* Previous(const Day* day) const { return day > days_.data() ? day - 1 : nullptr; }

 private:
  std::vector<Day> days_{};
  int64_t end_ = 0;  // The midnight after the last day.
};

}  // namespace entraide::matcher::index
