// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/platform/pg/transaction.h"
#include "services/volunteers/domain/mission.h"
#include "services/volunteers/domain/viewer.h"

namespace entraide::volunteers {

// Where a list goes on: after the mission of this time and id.
struct Place {
  absl::Time time{};
  MissionId id{};
};

struct Stretch {
  std::optional<Place> after{};
  int limit = 0;
};

// Published missions that are not over at `now`, by start of the first shift; with a commune, those
// there and those that can be done from home.
absl::StatusOr<std::vector<Mission>> ListPublished(pg::Transaction& tx, absl::string_view commune,
                                                   absl::Time now, const Stretch& stretch);

// Missions that `viewer` may write, the last created first; in one state or in all.
absl::StatusOr<std::vector<Mission>> ListOwn(pg::Transaction& tx, const Viewer& viewer,
                                             std::optional<MissionState> state,
                                             const Stretch& stretch);

}  // namespace entraide::volunteers
