// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "entraide/rides/v1/rides_service.pb.h"
#include "services/platform/pg/transaction.h"
#include "services/request/domain/request.h"

namespace entraide::rides {

// What people do to a leg beside what any request knows: each reads the leg, decides, and saves
// all of it but the request, which the front saves in the same transaction.

// For the organization that holds it.
absl::StatusOr<request::Task> ActOnLeg(pg::Transaction& tx, request::Task task,
                                       const v1::ActOnRideRequest& request, request::Role role,
                                       absl::Time now);
absl::StatusOr<request::Task> CompleteLegAs(pg::Transaction& tx, request::Task task,
                                            const v1::CompleteRideRequest& request,
                                            request::Role role, absl::Time now);
// For whoever asked.
absl::StatusOr<request::Task> ReplyOnLeg(pg::Transaction& tx, request::Task task,
                                         const v1::ReplyOnRideRequest& request, absl::Time now);
// When its deadline has come.
absl::StatusOr<request::Task> WakeLeg(pg::Transaction& tx, request::Task task, absl::Time now);

}  // namespace entraide::rides
