// SPDX-License-Identifier: EUPL-1.2
#include "absl/time/time.h"
#include "matcher/engine/rules/rules.h"

namespace entraide::matcher::rules {
namespace {

// Positive when the cut-off has passed.
absl::Duration TimeSinceCutOff(const Trial& trial) {
  const std::optional<absl::Time> start = EarliestStart(trial.need);
  if (!start.has_value()) return absl::ZeroDuration();
  return trial.now - LastTimeToAsk(trial.offer.booking_rule, *start, trial.world.time_zone());
}

}  // namespace

Answer NoticeSuffices(const Trial& trial) {
  return YesIf(TimeSinceCutOff(trial) <= absl::ZeroDuration());
}

std::optional<Change> NoticeMissing(const Trial& trial) {
  return MoreNotice{.missing = TimeSinceCutOff(trial)};
}

}  // namespace entraide::matcher::rules
