// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/garage/domain/job.h"
#include "services/platform/pg/transaction.h"

namespace entraide::garage {

absl::Status PutJobs(pg::Transaction& tx,
                     const absl::flat_hash_map<request::RequestId, JobDetails>& jobs);

// The details of those requests.
absl::StatusOr<absl::flat_hash_map<request::RequestId, JobDetails>> LoadJobs(
    pg::Transaction& tx, const std::vector<request::RequestId>& ids);

}  // namespace entraide::garage
