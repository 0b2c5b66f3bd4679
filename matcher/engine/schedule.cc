// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/schedule.h"

#include <algorithm>
#include <utility>

#include "matcher/engine/public_holidays.h"

namespace entraide::matcher {
namespace {

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

absl::CivilDay MondayOf(absl::Time time, absl::TimeZone zone) {
  return absl::PrevWeekday(absl::ToCivilDay(time, zone) + 1, absl::Weekday::monday);
}

std::vector<DayHours> InOrder(std::vector<DayHours> hours) {
  std::sort(hours.begin(), hours.end(),
            [](const DayHours& a, const DayHours& b) { return a.start_minute < b.start_minute; });
  return hours;
}

bool Covers(absl::FunctionRef<std::vector<DayHours>(absl::CivilDay)> hours_on, const Span& span,
            absl::TimeZone zone) {
  absl::Time covered_until = span.start;
  for (absl::CivilDay day = absl::ToCivilDay(span.start, zone); covered_until < span.end; ++day) {
    const absl::Time before = covered_until;
    for (const DayHours& hours : hours_on(day)) {
      const Span open = SpanOf(day, hours, zone);
      if (open.start <= covered_until && covered_until < open.end) covered_until = open.end;
    }
    if (covered_until == before) return false;
  }
  return true;
}

bool IsOpen(const Schedule& schedule, const Span& span, absl::TimeZone zone) {
  return Covers([&](absl::CivilDay day) { return HoursOn(schedule, day); }, span, zone);
}

}  // namespace entraide::matcher
