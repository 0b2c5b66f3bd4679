// SPDX-License-Identifier: EUPL-1.2
#include "absl/time/time.h"
#include "matcher/engine/terms/terms.h"

namespace entraide::matcher::terms {
namespace {

constexpr absl::Duration kMonth = absl::Hours(30 * 24);
constexpr absl::Duration kLongSince = absl::Hours(14 * 24);

int CommitmentsAround(const Trial& trial) {
  int count = 0;
  for (const Commitment* const commitment : trial.world.CommitmentsOf(trial.volunteer->id)) {
    if (IsForTaskOf(trial.need, *commitment)) continue;
    const absl::Duration from_now = commitment->span.start - trial.now;
    if (-kMonth <= from_now && from_now < kMonth) ++count;
  }
  return count;
}

int SinceAsked(const Trial& trial) {
  const std::optional<absl::Time> asked = trial.volunteer->record.last_asked;
  return asked.has_value() ? PartOf(trial.now - *asked, kLongSince) : kBest;
}

}  // namespace

std::optional<int> Fairness(const Trial& trial, const Field&) {
  if (trial.volunteer == nullptr) return std::nullopt;
  const std::optional<int> wish = trial.volunteer->wish_per_30_days;
  if (!wish.has_value()) return SinceAsked(trial);
  const int below_wish = *wish <= 0 ? 0 : PartOf(*wish - CommitmentsAround(trial), *wish);
  return (below_wish + SinceAsked(trial)) / 2;
}

}  // namespace entraide::matcher::terms
