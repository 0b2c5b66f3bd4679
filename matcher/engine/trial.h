// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "absl/time/time.h"
#include "matcher/engine/need.h"
#include "matcher/engine/offer.h"
#include "matcher/engine/world.h"

namespace entraide::matcher {

// One offer held against one need, at one time; everything it names outlives it.
struct Trial {
  const World& world;
  const Need& need;
  const Offer& offer;
  absl::Time now{};
};

// Where the ride starts.
CommuneIndex PickupOf(const Need& need);

// The earliest and the latest start of all spans; none when any date will do.
std::optional<absl::Time> EarliestStart(const Need& need);
std::optional<absl::Time> LatestStart(const Need& need);

}  // namespace entraide::matcher
