// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "entraide/garage/v1/job_action.pb.h"
#include "services/garage/domain/job_act.h"
#include "services/platform/pg/transaction.h"

// Each loads the job of a request that is locked and what the action's guards look at, decides, and
// stores what the garage keeps of it: the request as it is to be saved in the same transaction.
// Workshop and vehicles are locked before anything is decided about them.
namespace entraide::garage {

absl::StatusOr<request::Task> Act(pg::Transaction& tx, request::Task task,
                                  const v1::ActOnJobRequest& action, const Actor& actor);
absl::StatusOr<request::Task> Reply(pg::Transaction& tx, request::Task task,
                                    const v1::ReplyOnJobRequest& reply, absl::Time now);
// What is due at `now`.
absl::StatusOr<request::Task> OnTime(pg::Transaction& tx, request::Task task, absl::Time now);

}  // namespace entraide::garage
