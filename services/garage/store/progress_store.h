// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "services/garage/domain/job_act.h"
#include "services/platform/pg/transaction.h"
#include "services/request/domain/request.h"

namespace entraide::garage {

using Jobs = absl::flat_hash_map<request::RequestId, JobDetails>;

// Adds to each of `jobs` what a garage has done about it.
absl::Status AddProgress(pg::Transaction& tx, const std::vector<request::RequestId>& ids,
                         Jobs& jobs);

// Stores what was done since `before`, together with the request. FAILED_PRECONDITION: NO_CAPACITY
// or VEHICLE_BUSY, somebody else was first.
absl::Status SaveProgress(pg::Transaction& tx, const Job& before, const Job& after);

}  // namespace entraide::garage
