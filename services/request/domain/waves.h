// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "absl/time/time.h"
#include "services/request/domain/request.h"

namespace entraide::request {

// How many are asked at once, and how long their answer is waited for.
struct Wave {
  int asked_at_once = 3;
  absl::Duration patience{};
};

// How organizations are asked, nearest service first in `steps`.
struct WavePolicy {
  struct Step {
    absl::Duration below{};  // Applies while less than this lies before the service.
    Wave wave{};
  };
  std::vector<Step> steps = {{absl::Hours(12), {10, absl::Minutes(20)}},
                             {absl::Hours(48), {6, absl::Hours(1)}},
                             {absl::Hours(7 * 24), {4, absl::Hours(6)}},
                             {absl::InfiniteDuration(), {3, absl::Hours(24)}}};
  absl::Duration search_ends_before = absl::Hours(2);  // The service.
  int quiet_from_hour = 20;  // Patience does not run from this hour to the other, in `zone`.
  int quiet_to_hour = 8;
  absl::TimeZone zone{};
};

// The defaults, by the clock on the walls of France.
WavePolicy WavePolicyOfFrance();

// The wave for a service `timing` that is searched for at `now`; without a date, the longest.
Wave WaveFor(const WavePolicy& policy, const Timing& timing, absl::Time now);

// After this instant nobody is asked any more; nothing for a service without a date.
std::optional<absl::Time> SearchEnd(const WavePolicy& policy, const Timing& timing);

// Until when those asked at `now` may answer: patience outside quiet hours, and never past the end
// of the search.
absl::Time AnswerBy(const WavePolicy& policy, const Timing& timing, absl::Time now);

}  // namespace entraide::request
