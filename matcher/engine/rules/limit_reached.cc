// SPDX-License-Identifier: EUPL-1.2
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "matcher/engine/outing.h"
#include "matcher/engine/rules/rules.h"
#include "matcher/engine/schedule.h"

namespace entraide::matcher::rules {
namespace {

// When the volunteer is away, with what was agreed on and what is asked now.
std::vector<Span> AllAway(const Trial& trial, const Volunteer& volunteer,
                          const std::vector<Span>& asked) {
  std::vector<Span> all = asked;
  for (const Commitment* const commitment : trial.world.CommitmentsOf(volunteer.id)) {
    if (IsForTaskOf(trial.need, *commitment)) continue;
    all.push_back(AwayFor(*commitment, trial.world, volunteer.home));
  }
  return all;
}

bool WeekIsFull(const Limits& limits, const std::vector<Span>& all, absl::CivilDay monday,
                absl::TimeZone zone) {
  int trips = 0;
  absl::Duration hours = absl::ZeroDuration();
  for (const Span& away : all) {
    if (MondayOf(away.start, zone) != monday) continue;
    ++trips;
    hours += away.end - away.start;
  }
  return trips > limits.max_trips_per_week.value_or(trips) ||
         (limits.max_hours_per_week.has_value() && hours > absl::Hours(*limits.max_hours_per_week));
}

bool TouchesRestDay(const Limits& limits, const Span& away, absl::TimeZone zone) {
  const absl::CivilDay last = LastDayBefore(away.end, zone);
  for (absl::CivilDay day = absl::ToCivilDay(away.start, zone); day <= last; ++day) {
    if (absl::c_linear_search(limits.rest_days, absl::GetWeekday(day))) return true;
  }
  return false;
}

bool IsTooFar(const Limits& limits, const Outing& outing) {
  return limits.max_km_per_trip.has_value() && outing.meters > *limits.max_km_per_trip * 1000.0;
}

}  // namespace

Answer StaysWithinLimits(const Trial& trial, const Volunteer& volunteer) {
  const Limits& limits = volunteer.limits;
  const absl::TimeZone zone = trial.world.time_zone();
  std::vector<Span> asked;
  for (const Outing& outing : OutingsOf(trial.world, trial.need, volunteer.home)) {
    if (IsTooFar(limits, outing)) return No();
    if (outing.away.has_value()) asked.push_back(*outing.away);
  }
  const std::vector<Span> all = AllAway(trial, volunteer, asked);
  return YesIf(absl::c_none_of(asked, [&](const Span& away) {
    return TouchesRestDay(limits, away, zone) ||
           WeekIsFull(limits, all, MondayOf(away.start, zone), zone);
  }));
}

}  // namespace entraide::matcher::rules
