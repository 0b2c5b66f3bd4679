// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/platform/pg/pool.h"

namespace entraide::volunteers {

// Closes published missions whose last shift is over at `now`. How many, at most 100; a worker
// calls it again and again.
absl::StatusOr<int> CloseEndedMissions(pg::Pool& pool, absl::Time now);

}  // namespace entraide::volunteers
