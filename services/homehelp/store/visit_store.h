// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/homehelp/domain/visit.h"
#include "services/platform/pg/transaction.h"

namespace entraide::homehelp {

absl::Status PutVisits(pg::Transaction& tx,
                       const absl::flat_hash_map<request::RequestId, VisitDetails>& visits);

// The details of those requests.
absl::StatusOr<absl::flat_hash_map<request::RequestId, VisitDetails>> LoadVisits(
    pg::Transaction& tx, const std::vector<request::RequestId>& ids);

// What is arranged for a visit, and what became of it: in the transaction that saves its request.
absl::Status SaveVisit(pg::Transaction& tx, const request::RequestId& id,
                       const VisitDetails& visit);

}  // namespace entraide::homehelp
