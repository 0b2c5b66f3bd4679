// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "absl/time/time.h"

namespace entraide::matcher {

// "Before 17:00 two days before" is {.days_before = 2, .minute = 17 * 60}.
struct LastMoment {
  int days_before = 0;
  int minute = 24 * 60;  // After midnight of that day, by the clock on the wall; included.
};

// How early and how late one may ask; without limits, any time. With both kinds of notice the
// stricter one holds.
struct BookingRule {
  std::optional<int> min_notice_hours{};  // Elapsed hours.
  std::optional<LastMoment> last_moment{};
  std::optional<int> max_horizon_days{};  // Calendar days ahead of today.
  bool business_days_only = false;        // Weekends and public holidays do not count as notice.
};

// The last instant, included, at which something that starts at `start` may be asked for.
absl::Time LastTimeToAsk(const BookingRule& rule, absl::Time start, absl::TimeZone zone);

// The first instant at which something that starts at `start` may be asked for.
absl::Time FirstTimeToAsk(const BookingRule& rule, absl::Time start, absl::TimeZone zone);

}  // namespace entraide::matcher
