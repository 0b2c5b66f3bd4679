// SPDX-License-Identifier: EUPL-1.2
#include "absl/algorithm/container.h"
#include "absl/time/time.h"
#include "matcher/engine/terms/terms.h"

namespace entraide::matcher::terms {
namespace {

constexpr absl::Duration kRemembered = absl::Hours(180 * 24);

bool IsAbout(const Acquaintance& known, const Trial& trial) {
  return trial.volunteer == nullptr ? known.organization == trial.offer.organization
                                    : known.volunteer == trial.volunteer->id;
}

}  // namespace

std::optional<int> Continuity(const Trial& trial, const Field&) {
  const bool know_each_other =
      absl::c_any_of(trial.need.acquaintances, [&](const Acquaintance& known) {
        return IsAbout(known, trial) && trial.now - known.last_time <= kRemembered;
      });
  if (know_each_other) return kBest;
  const std::optional<CommuneIndex> home = HomeOf(trial);
  if (!home.has_value()) return std::nullopt;
  return *home == trial.need.residence ? kBest / 2 : 0;
}

}  // namespace entraide::matcher::terms
