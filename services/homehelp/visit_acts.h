// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "entraide/homehelp/v1/homehelp_service.pb.h"
#include "services/platform/pg/transaction.h"
#include "services/request/domain/request.h"

namespace entraide::homehelp {

// What people do to a visit beside what any request knows: each reads the visit, decides, and saves
// all of it but the request, which the front saves in the same transaction.

// For the organization that holds it.
absl::StatusOr<request::Task> ActOnVisit(pg::Transaction& tx, request::Task task,
                                         const v1::ActOnVisitRequest& request, request::Role role,
                                         absl::Time now);
absl::StatusOr<request::Task> CompleteVisitAs(pg::Transaction& tx, request::Task task,
                                              const v1::CompleteVisitRequest& request,
                                              request::Role role, absl::Time now);
// For whoever asked.
absl::StatusOr<request::Task> ReplyOnVisit(pg::Transaction& tx, request::Task task,
                                           const v1::ReplyOnVisitRequest& request, absl::Time now);
// When its deadline has come.
absl::StatusOr<request::Task> WakeVisit(pg::Transaction& tx, request::Task task, absl::Time now);

}  // namespace entraide::homehelp
