// SPDX-License-Identifier: EUPL-1.2
#include "absl/time/time.h"
#include "matcher/engine/kinds.h"
#include "matcher/engine/outing.h"
#include "matcher/engine/terms/terms.h"

namespace entraide::matcher::terms {
namespace {

constexpr absl::Duration kWorst = absl::Minutes(60);

// Of all outings; the middle of several.
absl::Duration DrivenEmpty(const Trial& trial, CommuneIndex home) {
  const std::vector<Outing> outings = OutingsOf(trial.world, trial.need, home);
  absl::Duration sum = absl::ZeroDuration();
  for (const Outing& outing : outings) sum += outing.empty;
  return sum / static_cast<int64_t>(outings.size());
}

}  // namespace

std::optional<int> Detour(const Trial& trial, const Field&) {
  const std::optional<CommuneIndex> home = HomeOf(trial);
  if (!home.has_value()) return std::nullopt;
  const absl::Duration driven =
      FamilyOf(trial.offer.kind) == Family::kRides
          ? DrivenEmpty(trial, *home)
          : trial.world.RouteBetween(trial.need.residence, *home).duration;
  return kBest - PartOf(driven, kWorst);
}

}  // namespace entraide::matcher::terms
