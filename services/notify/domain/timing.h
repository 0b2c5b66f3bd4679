// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "absl/time/time.h"
#include "services/notify/domain/happening.h"

namespace entraide::notify {

// When a message about `happening` may leave, at `now` or later: people are left in peace from
// 20:00 to 08:00 of Europe/Paris, but for what they did themselves, and for what cannot wait until
// the morning because the service begins before 10:00. Organizations read their mail when they are
// there.
absl::Time LeaveTime(Part part, const Happening& happening, absl::Time now);

// How long to wait after `attempts` (1 or more) that failed; nothing once it is time to give up,
// most of a day after the first.
std::optional<absl::Duration> PauseAfter(int attempts);

}  // namespace entraide::notify
