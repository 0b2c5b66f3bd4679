// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/calendar.h"

#include <algorithm>

#include "matcher/engine/public_holidays.h"

namespace entraide::matcher::index {
namespace {

constexpr int64_t kSecondsOfADay = 24 * 60 * 60;

// Whether the clock on the wall runs through without a jump, a jump and its opposite included.
bool RunsThrough(absl::Time midnight, absl::Time next, absl::TimeZone zone) {
  absl::TimeZone::CivilTransition transition;
  if (next - midnight != absl::Hours(24)) return false;
  if (!zone.NextTransition(midnight - absl::Nanoseconds(1), &transition)) return true;
  return absl::FromCivil(transition.to, zone) >= next;
}

}  // namespace

Calendar::Calendar(absl::TimeZone zone, absl::civil_year_t first_year,
                   absl::civil_year_t last_year) {
  const absl::CivilDay last(last_year, 12, 31);
  absl::Time midnight = absl::FromCivil(absl::CivilDay(first_year, 1, 1), zone);
  for (absl::CivilDay day(first_year, 1, 1); day <= last; ++day) {
    const absl::Time next = absl::FromCivil(day + 1, zone);
    days_.push_back({.midnight = absl::ToUnixSeconds(midnight),
                     .weekday = static_cast<int8_t>(absl::GetWeekday(day)),
                     .ordinary = RunsThrough(midnight, next, zone),
                     .public_holiday = IsPublicHoliday(day)});
    midnight = next;
  }
  end_ = absl::ToUnixSeconds(midnight);
}

const Calendar::Day* Calendar::Find(int64_t unix_seconds) const {
  if (days_.empty() || unix_seconds < days_.front().midnight || unix_seconds >= end_) {
    return nullptr;
  }
  // Days that are longer or shorter shift it by less than one day.
  const auto guess = static_cast<size_t>((unix_seconds - days_.front().midnight) / kSecondsOfADay);
  const Day* day = days_.data() + std::min(guess, days_.size() - 1);
  while (day->midnight > unix_seconds) --day;
  while (day + 1 < days_.data() + days_.size() && (day + 1)->midnight <= unix_seconds) ++day;
  return day;
}

}  // namespace entraide::matcher::index
