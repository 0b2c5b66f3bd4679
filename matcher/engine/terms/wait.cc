// SPDX-License-Identifier: EUPL-1.2
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "matcher/engine/kinds.h"
#include "matcher/engine/terms/terms.h"

namespace entraide::matcher::terms {
namespace {

bool IsPossibleOn(const Trial& trial, absl::CivilDay day) {
  const absl::TimeZone zone = trial.world.time_zone();
  for (const DayHours& hours : HoursOn(trial.offer.schedule, day)) {
    const absl::Time closing = SpanOf(day, hours, zone).end;
    if (trial.now < closing &&
        trial.now <= LastTimeToAsk(trial.offer.booking_rule, closing, zone)) {
      return true;
    }
  }
  return false;
}

int DaysToFirstDate(const Trial& trial, int limit) {
  const absl::CivilDay today = absl::ToCivilDay(trial.now, trial.world.time_zone());
  int days = 0;
  while (days < limit && !IsPossibleOn(trial, today + days)) ++days;
  return days;
}

}  // namespace

std::optional<int> Wait(const Trial& trial, const Field&) {
  const Family family = FamilyOf(trial.offer.kind);
  if (family == Family::kRides || !trial.need.spans.empty()) return std::nullopt;
  if (trial.offer.intake != Intake::kOpen) return 0;
  const int worst = family == Family::kHomeHelp ? 14 : 30;
  return kBest - PartOf(DaysToFirstDate(trial, worst), worst);
}

}  // namespace entraide::matcher::terms
