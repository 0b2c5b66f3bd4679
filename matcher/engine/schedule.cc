// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/schedule.h"

#include <algorithm>
#include <utility>

#include "matcher/engine/public_holidays.h"

namespace entraide::matcher {
namespace {

std::vector<DayHours> InOrder(std::vector<DayHours> hours) {
  std::sort(hours.begin(), hours.end(),
            [](const DayHours& a, const DayHours& b) { return a.start_minute < b.start_minute; });
  return hours;
}

// What the exceptions say of `day`; none: nothing. Of two that disagree, the closed one is right.
std::optional<std::vector<DayHours>> ExceptionalHoursOn(const Schedule& schedule,
                                                        absl::CivilDay day) {
  std::optional<std::vector<DayHours>> hours;
  for (const DatedException& exception : schedule.exceptions) {
    if (day < exception.first_day || exception.last_day < day) continue;
    if (exception.hours.empty()) return std::vector<DayHours>();
    if (!hours.has_value()) hours.emplace();
    hours->insert(hours->end(), exception.hours.begin(), exception.hours.end());
  }
  return hours;
}

std::vector<DayHours> WeeklyHoursOn(const Schedule& schedule, absl::CivilDay day) {
  if (schedule.slots.empty()) return {DayHours{}};
  std::vector<DayHours> hours;
  for (const WeeklySlot& slot : schedule.slots) {
    if (slot.weekday == absl::GetWeekday(day)) hours.push_back(slot.hours);
  }
  return hours;
}

}  // namespace

std::vector<DayHours> HoursOn(const Schedule& schedule, absl::CivilDay day) {
  std::optional<std::vector<DayHours>> exceptional = ExceptionalHoursOn(schedule, day);
  if (exceptional.has_value()) return InOrder(*std::move(exceptional));
  if (!schedule.open_on_public_holidays && IsPublicHoliday(day)) return {};
  return InOrder(WeeklyHoursOn(schedule, day));
}

Span SpanOf(absl::CivilDay day, const DayHours& hours, absl::TimeZone zone) {
  const absl::CivilSecond midnight(day);
  return {.start = absl::FromCivil(midnight + hours.start_minute * 60, zone),
          .end = absl::FromCivil(midnight + hours.end_minute * 60, zone)};
}

bool IsOpen(const Schedule& schedule, const Span& span, absl::TimeZone zone) {
  absl::Time open_until = span.start;
  for (absl::CivilDay day = absl::ToCivilDay(span.start, zone); open_until < span.end; ++day) {
    const absl::Time before = open_until;
    for (const DayHours& hours : HoursOn(schedule, day)) {
      const Span open = SpanOf(day, hours, zone);
      if (open.start <= open_until && open_until < open.end) open_until = open.end;
    }
    if (open_until == before) return false;
  }
  return true;
}

}  // namespace entraide::matcher
