// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "matcher/engine/schedule.h"

namespace entraide::matcher {

// From `first_day` to `last_day`, both included.
struct DateRange {
  absl::CivilDay first_day{};
  absl::CivilDay last_day{};
};

struct DatedHours {
  absl::CivilDay day{};
  DayHours hours{};
};

// When a volunteer is free, by the clock on the wall. Of what it says of an instant the first wins:
// leave, then extra, then weekly. The organization's own hours go before all of it; they are the
// offer's schedule.
struct Availability {
  std::vector<DateRange> leave{};
  std::vector<DatedHours> extra{};   // Besides the week.
  std::vector<WeeklySlot> weekly{};  // With no extra either: at any time.
};

// The hours of `day` by their start; they may touch or overlap.
std::vector<DayHours> HoursOn(const Availability& availability, absl::CivilDay day);

// Whether the whole of `span` is free.
bool IsFree(const Availability& availability, const Span& span, absl::TimeZone zone);

}  // namespace entraide::matcher
