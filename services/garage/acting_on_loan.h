// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/status/statusor.h"
#include "entraide/garage/v1/job_action.pb.h"
#include "services/garage/domain/job_act.h"
#include "services/platform/pg/transaction.h"

namespace entraide::garage {

// Reserve, Unreserve, CheckOut, Extend, CheckIn and WriteOff: the vehicle is locked, and stored as
// it is afterwards.
absl::StatusOr<Job> ActOnLoan(pg::Transaction& tx, Job job, const v1::ActOnJobRequest& action,
                              const Actor& actor);
absl::StatusOr<Job> SettleLoan(Job job, const v1::Settle& settle, const Actor& actor);

}  // namespace entraide::garage
