// SPDX-License-Identifier: EUPL-1.2
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "matcher/engine/availability.h"
#include "matcher/engine/kinds.h"
#include "matcher/engine/outing.h"
#include "matcher/engine/terms/terms.h"

namespace entraide::matcher::terms {
namespace {

constexpr absl::Duration kLongestWait = absl::Minutes(120);
constexpr int kLastDateOfGarage = 30;
constexpr int kFarthestFromWish = 14;

bool IsPossibleOn(const Trial& trial, absl::CivilDay day) {
  const absl::TimeZone zone = trial.world.time_zone();
  if (trial.volunteer != nullptr && HoursOn(trial.volunteer->availability, day).empty()) {
    return false;
  }
  for (const DayHours& hours : HoursOn(trial.offer.schedule, day)) {
    const absl::Time closing = SpanOf(day, hours, zone).end;
    if (trial.now < closing &&
        trial.now <= LastTimeToAsk(trial.offer.booking_rule, closing, zone)) {
      return true;
    }
  }
  return false;
}

// To the nearest possible day before or after; `limit` if there is none by then.
int DaysOff(const Trial& trial, absl::CivilDay wish, int limit) {
  for (int days = 0; days < limit; ++days) {
    if (IsPossibleOn(trial, wish + days) || IsPossibleOn(trial, wish - days)) return days;
  }
  return limit;
}

std::optional<int> DriverWaits(const Trial& trial) {
  if (trial.need.spans.size() < 2) return std::nullopt;
  absl::Duration waiting = absl::ZeroDuration();
  for (const Outing& outing : OutingsOf(trial.world, trial.need, HomeOf(trial))) {
    waiting += outing.waiting;
  }
  return kBest - PartOf(waiting, kLongestWait);
}

}  // namespace

std::optional<int> Wait(const Trial& trial, const Field&) {
  const Family family = FamilyOf(trial.offer.kind);
  if (family == Family::kRides) return DriverWaits(trial);
  if (!trial.need.spans.empty()) return std::nullopt;
  if (trial.offer.intake != Intake::kOpen) return 0;
  const absl::CivilDay today = absl::ToCivilDay(trial.now, trial.world.time_zone());
  if (family == Family::kHomeHelp || family == Family::kVolunteers) {
    const int days = DaysOff(trial, trial.need.wished_day.value_or(today), kFarthestFromWish);
    return kBest - PartOf(days, kFarthestFromWish);
  }
  return kBest - PartOf(DaysOff(trial, today, kLastDateOfGarage), kLastDateOfGarage);
}

}  // namespace entraide::matcher::terms
