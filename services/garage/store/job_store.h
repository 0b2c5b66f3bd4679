// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/garage/domain/job.h"
#include "services/platform/pg/transaction.h"

namespace entraide::garage {

absl::Status PutJobs(pg::Transaction& tx,
                     const absl::flat_hash_map<request::RequestId, JobDetails>& jobs);

// The last day of a prescription that was renewed.
absl::Status SavePrescription(pg::Transaction& tx, const request::RequestId& id,
                              const std::string& until);

// The details of those requests, with what was done about them.
absl::StatusOr<absl::flat_hash_map<request::RequestId, JobDetails>> LoadJobs(
    pg::Transaction& tx, const std::vector<request::RequestId>& ids);

}  // namespace entraide::garage
