// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/platform/pg/transaction.h"
#include "services/volunteers/domain/mission.h"
#include "services/volunteers/domain/viewer.h"

namespace entraide::volunteers {

// Writes a new mission with its shifts, as revision 1.
absl::Status InsertMission(pg::Transaction& tx, const Mission& mission);

// What `viewer` may see at `now`: published missions that are not over, and their own. NOT_FOUND:
// MISSION_UNKNOWN, none of that id, or not for them.
absl::StatusOr<Mission> ReadMission(pg::Transaction& tx, const MissionId& id, const Viewer& viewer,
                                    absl::Time now);
// Reads one that `viewer` may write and locks it until `tx` ends. NOT_FOUND: as above.
absl::StatusOr<Mission> LockMission(pg::Transaction& tx, const MissionId& id, const Viewer& viewer);

// Published missions that are over at `now`, locked until `tx` ends; those that somebody else has
// locked are left for later.
absl::StatusOr<std::vector<Mission>> LockEndedMissions(pg::Transaction& tx, absl::Time now,
                                                       int limit);

// Writes state, reason and `update_time`, as revision + 1. ABORTED: CHANGED_MEANWHILE, if the
// stored revision is another.
absl::Status WriteMissionState(pg::Transaction& tx, const Mission& mission);

}  // namespace entraide::volunteers
