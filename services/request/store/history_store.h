// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/platform/pg/transaction.h"
#include "services/request/domain/request.h"

namespace entraide::request {

// Adds the new lines of each task; none is ever changed or removed.
absl::Status AppendHistory(pg::Transaction& tx, const std::vector<const Task*>& tasks);

// The lives of several requests, each in order.
using Histories = absl::flat_hash_map<RequestId, std::vector<HistoryLine>>;
absl::StatusOr<Histories> LoadHistories(pg::Transaction& tx, const std::vector<RequestId>& ids);

// `ids` as a parameter: `WHERE id = ANY($1::uuid[])`.
pg::Param IdArray(const std::vector<RequestId>& ids);

}  // namespace entraide::request
