// SPDX-License-Identifier: EUPL-1.2
#include "absl/algorithm/container.h"
#include "absl/time/time.h"
#include "matcher/engine/outing.h"
#include "matcher/engine/pooling.h"
#include "matcher/engine/rules/rules.h"

namespace entraide::matcher::rules {
namespace {

bool AreApart(const Span& a, const Span& b, absl::Duration margin) {
  return a.end + margin <= b.start || b.end + margin <= a.start;
}

}  // namespace

Answer IsNotBusy(const Trial& trial, const Volunteer& volunteer) {
  const absl::Duration margin = trial.world.settings().margin;
  for (const Outing& outing : OutingsOf(trial.world, trial.need, volunteer.home)) {
    if (!outing.away.has_value()) continue;
    for (const Commitment* const commitment : trial.world.CommitmentsOf(volunteer.id)) {
      if (IsForTaskOf(trial.need, *commitment)) continue;
      if (MetersTogether(trial, *commitment).has_value()) continue;
      const Span away = AwayFor(*commitment, trial.world, volunteer.home);
      if (!AreApart(*outing.away, away, margin)) return No();
    }
  }
  return Yes();
}

}  // namespace entraide::matcher::rules
