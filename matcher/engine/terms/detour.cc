// SPDX-License-Identifier: EUPL-1.2
#include "absl/time/time.h"
#include "matcher/engine/kinds.h"
#include "matcher/engine/terms/terms.h"

namespace entraide::matcher::terms {
namespace {

constexpr absl::Duration kWorst = absl::Minutes(60);

absl::Duration DrivenEmpty(const Trial& trial, CommuneIndex home) {
  const CommuneIndex pickup = PickupOf(trial.need);
  const CommuneIndex dropoff = trial.need.dropoff.value_or(pickup);
  return trial.world.RouteBetween(home, pickup).duration +
         trial.world.RouteBetween(dropoff, home).duration;
}

}  // namespace

std::optional<int> Detour(const Trial& trial, const Field&) {
  const std::optional<CommuneIndex> home = trial.offer.organization_commune;
  if (!home.has_value()) return std::nullopt;
  const absl::Duration driven =
      FamilyOf(trial.offer.kind) == Family::kRides
          ? DrivenEmpty(trial, *home)
          : trial.world.RouteBetween(trial.need.residence, *home).duration;
  return kBest - PartOf(absl::ToInt64Seconds(driven), absl::ToInt64Seconds(kWorst));
}

}  // namespace entraide::matcher::terms
