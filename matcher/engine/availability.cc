// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/availability.h"

#include "absl/algorithm/container.h"

namespace entraide::matcher {

std::vector<DayHours> HoursOn(const Availability& availability, absl::CivilDay day) {
  const bool away = absl::c_any_of(availability.leave, [&](const DateRange& leave) {
    return leave.first_day <= day && day <= leave.last_day;
  });
  if (away) return {};
  if (availability.weekly.empty() && availability.extra.empty()) return {DayHours{}};
  std::vector<DayHours> hours;
  for (const DatedHours& extra : availability.extra) {
    if (extra.day == day) hours.push_back(extra.hours);
  }
  for (const WeeklySlot& slot : availability.weekly) {
    if (slot.weekday == absl::GetWeekday(day)) hours.push_back(slot.hours);
  }
  return InOrder(std::move(hours));
}

bool IsFree(const Availability& availability, const Span& span, absl::TimeZone zone) {
  return Covers([&](absl::CivilDay day) { return HoursOn(availability, day); }, span, zone);
}

}  // namespace entraide::matcher
