// SPDX-License-Identifier: EUPL-1.2
#include "absl/algorithm/container.h"
#include "matcher/engine/rules/rules.h"

namespace entraide::matcher::rules {
namespace {

// "No" to a revision that nothing has widened since.
bool StillStands(const Decline& decline, const Need& need) {
  return decline.revision >= need.widened_in;
}

}  // namespace

Answer OfferIsNotExcluded(const Trial& trial) {
  const bool declined = absl::c_any_of(trial.need.declines, [&](const Decline& decline) {
    return decline.offer == trial.offer.id && !decline.volunteer.has_value() &&
           StillStands(decline, trial.need);
  });
  return YesIf(!declined && !absl::c_linear_search(trial.need.excluded_offers, trial.offer.id));
}

Answer VolunteerIsNotExcluded(const Trial& trial, const Volunteer& volunteer) {
  const bool declined = absl::c_any_of(trial.need.declines, [&](const Decline& decline) {
    return decline.volunteer == volunteer.id && StillStands(decline, trial.need);
  });
  return YesIf(!declined && !absl::c_linear_search(trial.need.excluded_volunteers, volunteer.id));
}

}  // namespace entraide::matcher::rules
