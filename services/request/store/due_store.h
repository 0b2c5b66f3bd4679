// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/platform/pg/transaction.h"
#include "services/request/domain/request.h"

namespace entraide::request {

// Requests that something may have to be done for at `now`, the longest waiting first.
absl::StatusOr<std::vector<RequestId>> ListDue(pg::Transaction& tx, absl::Time now, int limit);

// Looks at a request that is due at `now` again at `until`; one that is no longer due is left
// alone.
absl::Status Postpone(pg::Transaction& tx, const RequestId& id, absl::Time now, absl::Time until);

}  // namespace entraide::request
