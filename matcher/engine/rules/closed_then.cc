// SPDX-License-Identifier: EUPL-1.2
#include "absl/algorithm/container.h"
#include "absl/time/civil_time.h"
#include "matcher/engine/rules/rules.h"
#include "matcher/engine/schedule.h"

namespace entraide::matcher::rules {
namespace {

constexpr int kDaysToLookAhead = 14;

// The same hours by the clock on the wall, `days` later.
Need MovedBy(int days, Need need, absl::TimeZone zone) {
  for (Span& span : need.spans) {
    const absl::Duration length = span.end - span.start;
    const absl::CivilSecond clock = absl::ToCivilSecond(span.start, zone);
    const absl::CivilDay day = absl::CivilDay(clock) + days;
    span.start = absl::FromCivil(
        absl::CivilSecond(day) + (clock - absl::CivilSecond(absl::CivilDay(clock))), zone);
    span.end = span.start + length;
  }
  return need;
}

}  // namespace

Answer IsOpenThen(const Trial& trial) {
  return YesIf(absl::c_all_of(trial.need.spans, [&](const Span& span) {
    return IsOpen(trial.offer.schedule, span, trial.world.time_zone());
  }));
}

std::optional<Change> OpenDay(const Trial& trial) {
  for (int days = 1; days <= kDaysToLookAhead; ++days) {
    const Need moved = MovedBy(days, trial.need, trial.world.time_zone());
    const Trial then{trial.world, moved, trial.offer, trial.now};
    if (IsOpenThen(then).kind == Answer::Kind::kYes &&
        IsNotTooFarAhead(then).kind == Answer::Kind::kYes) {
      return OtherDay{.days = days};
    }
  }
  return std::nullopt;
}

}  // namespace entraide::matcher::rules
