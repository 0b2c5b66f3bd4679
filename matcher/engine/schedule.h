// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"

namespace entraide::matcher {

// [start, end): a quarter that ends at 10:00 touches, and does not overlap, one that starts then.
struct Span {
  absl::Time start{};
  absl::Time end{};
  friend bool operator==(const Span&, const Span&) = default;
};

// Hours of a day by the clock on the wall, as minutes after midnight; `end` is not included.
struct DayHours {
  int start_minute = 0;
  int end_minute = 24 * 60;
};

struct WeeklySlot {
  absl::Weekday weekday = absl::Weekday::monday;
  DayHours hours{};
};

// What is different from `first_day` to `last_day`, both included; it wins over weekly slots and
// public holidays. Without hours: closed.
struct DatedException {
  absl::CivilDay first_day{};
  absl::CivilDay last_day{};
  std::vector<DayHours> hours{};
  std::string reason{};  // For people: "inventory", "open for the fair".
};

// When somebody is there, by the clock on the wall of the world's time zone.
struct Schedule {
  std::vector<WeeklySlot> slots{};  // None: every day, all day.
  std::vector<DatedException> exceptions{};
  bool open_on_public_holidays = false;
};

// The hours of `day` by their start; they may touch or overlap. Empty when closed.
std::vector<DayHours> HoursOn(const Schedule& schedule, absl::CivilDay day);

// Those hours of that day as instants.
Span SpanOf(absl::CivilDay day, const DayHours& hours, absl::TimeZone zone);

// The Monday of the week that `time` falls in.
absl::CivilDay MondayOf(absl::Time time, absl::TimeZone zone);

// By their start.
std::vector<DayHours> InOrder(std::vector<DayHours> hours);

// Whether the whole of `span` (finite, start before end) lies in the hours of its days, which are
// given by their start. A night whose clocks change is as long as it really is: 02:00 to 03:00
// lasts no time in March, two hours in October.
bool Covers(absl::FunctionRef<std::vector<DayHours>(absl::CivilDay)> hours_on, const Span& span,
            absl::TimeZone zone);

// Whether the whole of `span` lies in open hours.
bool IsOpen(const Schedule& schedule, const Span& span, absl::TimeZone zone);

}  // namespace entraide::matcher
