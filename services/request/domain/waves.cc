// SPDX-License-Identifier: EUPL-1.2
#include "services/request/domain/waves.h"

#include <algorithm>

#include "absl/time/civil_time.h"
#include "services/request/domain/paris.h"

namespace entraide::request {
namespace {

// The next instant at which patience runs: `time` itself outside quiet hours.
absl::Time SkipQuiet(const WavePolicy& policy, absl::Time time) {
  const absl::CivilSecond civil = absl::ToCivilSecond(time, policy.zone);
  const absl::CivilDay day(civil);
  if (civil.hour() < policy.quiet_to_hour) {
    return absl::FromCivil(absl::CivilHour(day) + policy.quiet_to_hour, policy.zone);
  }
  if (civil.hour() >= policy.quiet_from_hour) {
    return absl::FromCivil(absl::CivilHour(day + 1) + policy.quiet_to_hour, policy.zone);
  }
  return time;
}

absl::Time AddActive(const WavePolicy& policy, absl::Time time, absl::Duration left) {
  time = SkipQuiet(policy, time);
  for (;;) {
    const absl::CivilDay day = absl::ToCivilDay(time, policy.zone);
    const absl::Time evening =
        absl::FromCivil(absl::CivilHour(day) + policy.quiet_from_hour, policy.zone);
    if (time + left <= evening) return time + left;
    left -= evening - time;
    time = SkipQuiet(policy, evening);
  }
}

}  // namespace

WavePolicy WavePolicyOfFrance() { return {.zone = Paris()}; }

Wave WaveFor(const WavePolicy& policy, const Timing& timing, absl::Time now) {
  const std::optional<absl::Time> service = ServiceTime(timing);
  const absl::Duration lead = service.has_value() ? *service - now : absl::InfiniteDuration();
  for (const WavePolicy::Step& step : policy.steps) {
    if (lead < step.below) return step.wave;
  }
  return policy.steps.back().wave;
}

std::optional<absl::Time> SearchEnd(const WavePolicy& policy, const Timing& timing) {
  const std::optional<absl::Time> service = ServiceTime(timing);
  if (!service.has_value()) return std::nullopt;
  return *service - policy.search_ends_before;
}

absl::Time AnswerBy(const WavePolicy& policy, const Timing& timing, absl::Time now) {
  const absl::Time patient = AddActive(policy, now, WaveFor(policy, timing, now).patience);
  return std::min(patient, SearchEnd(policy, timing).value_or(absl::InfiniteFuture()));
}

}  // namespace entraide::request
