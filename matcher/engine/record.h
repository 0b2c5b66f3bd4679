// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "absl/time/time.h"

namespace entraide::matcher {

// How somebody has answered what they were asked.
struct Reactivity {
  int asked = 0;      // None: new.
  int answered = 0;   // Of those: with a yes or a no.
  int processed = 0;  // Of those: with an outcome known in the end.
  absl::Duration time_to_answer = absl::ZeroDuration();  // The middle one.
};

// What is remembered of a candidate, an offer or a volunteer.
struct Record {
  std::optional<absl::Time> last_asked{};  // None: never.
  Reactivity reactivity{};
  std::optional<int> tasks_only_it_serves{};  // Open ones; none: nobody has counted.
};

}  // namespace entraide::matcher
