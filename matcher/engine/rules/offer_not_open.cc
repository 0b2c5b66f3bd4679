// SPDX-License-Identifier: EUPL-1.2
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "matcher/engine/rules/rules.h"

namespace entraide::matcher::rules {

Answer OfferIsOpen(const Trial& trial) {
  const Offer& offer = trial.offer;
  const bool outdated = offer.update == UpdateState::kRequired &&
                        trial.world.settings().outdated == Settings::Outdated::kRefused;
  if (offer.listing == Listing::kHidden || outdated) return No();
  if (offer.listing == Listing::kPublished) return Yes();
  if (!offer.suspended_until.has_value()) return No();
  const absl::Time when = EarliestStart(trial.need).value_or(trial.now);
  return YesIf(absl::ToCivilDay(when, trial.world.time_zone()) >= *offer.suspended_until);
}

}  // namespace entraide::matcher::rules
