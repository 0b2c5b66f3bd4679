// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "absl/time/time.h"
#include "matcher/engine/commitment.h"
#include "matcher/engine/need.h"
#include "matcher/engine/world.h"

namespace entraide::matcher {

// What somebody does for a need: from home to the person, with them, and home again.
//
//   home ~~~~~~> A =========> B . . . . . . B =========> A ~~~~~~~~~> home
//        approach    span 1      waiting        span 2      way home
struct Outing {
  std::optional<Span> away{};                   // From home to home; none: any date will do.
  absl::Duration empty = absl::ZeroDuration();  // Approach and way home.
  absl::Duration waiting = absl::ZeroDuration();
  double meters = 0;  // From home to home.
};

// One outing a span of the need, in order of time; one for any date. A ride's second span goes
// back, and those between which nobody gets home and back, or for which the driver is asked to
// wait, are one. Without a known home there is neither approach nor way home.
std::vector<Outing> OutingsOf(const World& world, const Need& need,
                              std::optional<CommuneIndex> home);

// From home to home, for what was agreed on.
Span AwayFor(const Commitment& commitment, const World& world, std::optional<CommuneIndex> home);

}  // namespace entraide::matcher
