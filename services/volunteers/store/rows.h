// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "absl/status/statusor.h"
#include "services/platform/pg/transaction.h"
#include "services/volunteers/domain/mission.h"

namespace entraide::volunteers {

// The missions of rows (id, organization_id, revision, title, description, commune, places,
// minors_ok, remote, requirements, state, reason, demo, create_time, update_time), in their order,
// each with its shifts.
absl::StatusOr<std::vector<Mission>> MissionsOf(pg::Transaction& tx, const pg::Result& rows);

}  // namespace entraide::volunteers
