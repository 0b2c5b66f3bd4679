// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "matcher/engine/commitment.h"
#include "matcher/engine/trial.h"

namespace entraide::matcher {

// The meters that the person of a ride with one span would ride together with those of `agreed`, a
// ride of the same volunteer; none if they may not ride together. They may when both sides said
// that sharing is fine, the car has room for all, both are picked up and set down within their
// spans, and nobody rides longer than alone by more than 15 minutes or 30 %, whichever is less.
std::optional<double> MetersTogether(const Trial& trial, const Commitment& agreed);

}  // namespace entraide::matcher
