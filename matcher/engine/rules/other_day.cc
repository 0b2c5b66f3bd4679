// SPDX-License-Identifier: EUPL-1.2
#include "absl/algorithm/container.h"
#include "absl/time/civil_time.h"
#include "matcher/engine/hard_rules.h"
#include "matcher/engine/rules/rules.h"

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

bool Serves(const Trial& trial) {
  return absl::c_none_of(HardRules(), [&](const HardRule& rule) {
    return Holds(rule, trial).kind == Answer::Kind::kNo;
  });
}

}  // namespace

std::optional<Change> DayThatServes(const Trial& trial) {
  for (int days = 1; days <= kDaysToLookAhead; ++days) {
    const Need moved = MovedBy(days, trial.need, trial.world.time_zone());
    if (Serves({trial.world, moved, trial.offer, trial.now, trial.volunteer})) {
      return OtherDay{.days = days};
    }
  }
  return std::nullopt;
}

}  // namespace entraide::matcher::rules
