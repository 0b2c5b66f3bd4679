// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/booking_rule.h"

#include <algorithm>

#include "absl/time/civil_time.h"
#include "matcher/engine/public_holidays.h"

namespace entraide::matcher {
namespace {

// The latest instant from which `notice` of business time passes until `start`.
absl::Time BusinessTimeBefore(absl::Time start, absl::Duration notice, absl::TimeZone zone) {
  absl::Time cursor = start;
  while (notice > absl::ZeroDuration()) {
    const absl::CivilDay day = absl::ToCivilDay(cursor - absl::Nanoseconds(1), zone);
    const absl::Time midnight = absl::FromCivil(day, zone);
    if (IsBusinessDay(day)) {
      const absl::Duration counted = std::min(notice, cursor - midnight);
      notice -= counted;
      if (notice == absl::ZeroDuration()) return cursor - counted;
    }
    cursor = midnight;
  }
  return cursor;
}

absl::CivilDay BusinessDaysBefore(absl::CivilDay day, int count) {
  for (; count > 0; --count) {
    do {
      --day;
    } while (!IsBusinessDay(day));
  }
  return day;
}

absl::Time LatestByHours(const BookingRule& rule, absl::Time start, absl::TimeZone zone) {
  const absl::Duration notice = absl::Hours(rule.min_notice_hours.value_or(0));
  return rule.business_days_only ? BusinessTimeBefore(start, notice, zone) : start - notice;
}

absl::Time LatestByMoment(const BookingRule& rule, absl::Time start, absl::TimeZone zone) {
  if (!rule.last_moment.has_value()) return start;
  const absl::CivilDay day = absl::ToCivilDay(start, zone);
  const int days = rule.last_moment->days_before;
  const absl::CivilDay last = rule.business_days_only ? BusinessDaysBefore(day, days) : day - days;
  return absl::FromCivil(absl::CivilSecond(last) + rule.last_moment->minute * 60, zone);
}

}  // namespace

absl::Time LastTimeToAsk(const BookingRule& rule, absl::Time start, absl::TimeZone zone) {
  return std::min({start, LatestByHours(rule, start, zone), LatestByMoment(rule, start, zone)});
}

absl::Time FirstTimeToAsk(const BookingRule& rule, absl::Time start, absl::TimeZone zone) {
  if (!rule.max_horizon_days.has_value()) return absl::InfinitePast();
  return absl::FromCivil(absl::ToCivilDay(start, zone) - *rule.max_horizon_days, zone);
}

}  // namespace entraide::matcher
