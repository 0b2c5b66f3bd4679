// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "absl/time/time.h"
#include "matcher/engine/car.h"
#include "matcher/engine/commune.h"
#include "matcher/engine/offer.h"
#include "matcher/engine/schedule.h"
#include "matcher/engine/volunteer.h"

namespace entraide::matcher {

// Something that was agreed on: it takes somebody's time, or one of what an offer has. Those of
// the last 30 days stay in the world: they count for the week and for fairness.
struct Commitment {
  std::string task{};  // What it is for; never in its own way.
  OfferId offer{};
  std::optional<VolunteerId> volunteer{};  // Whose time it takes.
  std::string unit{};                      // Of the offer's capacity: vehicle bay-hour...

  // The service itself, waiting included; of a loan, all of it. Approach and way home come on top.
  Span span{};
  std::optional<CommuneIndex> from{};  // Where it begins and ends, if that matters.
  std::optional<CommuneIndex> to{};
  std::optional<Load> shareable{};  // A ride of people who may ride with others: what they take.
  absl::Time made{};
};

}  // namespace entraide::matcher
