// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "absl/status/statusor.h"
#include "services/platform/pg/transaction.h"
#include "services/request/domain/request.h"
#include "services/request/store/list_store.h"

namespace entraide::request {

// Every request that an organization has in hand (IsInHand), with the question that was answered by
// yes; by id.
absl::StatusOr<std::vector<Asked>> ListCommitted(pg::Transaction& tx);
// Those of `ids` that are.
absl::StatusOr<std::vector<Asked>> FindCommitted(pg::Transaction& tx,
                                                 const std::vector<RequestId>& ids);

}  // namespace entraide::request
