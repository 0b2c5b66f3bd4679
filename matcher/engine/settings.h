// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/time/time.h"

namespace entraide::matcher {

// What a territory may set otherwise.
struct Settings {
  enum class Outdated { kRefused, kShown };
  Outdated outdated = Outdated::kRefused;     // Offers long unconfirmed.
  int volunteer_radius_km = 20;               // Of those who name neither communes nor a radius.
  absl::Duration margin = absl::Minutes(10);  // Between two outings of a volunteer.
};

}  // namespace entraide::matcher
