// SPDX-License-Identifier: EUPL-1.2
#include "absl/time/time.h"
#include "matcher/engine/rules/rules.h"

namespace entraide::matcher::rules {
namespace {

absl::Time OpeningOfBooking(const Trial& trial) {
  const std::optional<absl::Time> start = LatestStart(trial.need);
  if (!start.has_value()) return absl::InfinitePast();
  return FirstTimeToAsk(trial.offer.booking_rule, *start, trial.world.time_zone());
}

}  // namespace

Answer IsNotTooFarAhead(const Trial& trial) { return YesIf(OpeningOfBooking(trial) <= trial.now); }

std::optional<Change> LaterAsking(const Trial& trial) {
  return AskLater{.from = OpeningOfBooking(trial)};
}

}  // namespace entraide::matcher::rules
