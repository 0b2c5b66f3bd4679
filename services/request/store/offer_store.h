// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/platform/pg/transaction.h"
#include "services/request/domain/request.h"

namespace entraide::request {

// Everybody who was asked about a request, in order.
absl::StatusOr<std::vector<Offer>> LoadOffers(pg::Transaction& tx, const RequestId& id);

// Writes the offers that `after` adds to `before`, and those whose state changed, each on the
// condition that it still is as it was. The request must be locked by `tx`.
// ABORTED CHANGED_MEANWHILE. ALREADY_EXISTS: a second acceptance, a second live question.
absl::Status SaveOffers(pg::Transaction& tx, const Task& before, const Task& after);

}  // namespace entraide::request
