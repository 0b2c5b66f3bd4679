// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/platform/pg/transaction.h"
#include "services/request/domain/request.h"

namespace entraide::request {

// Adds the new lines of each task; none is ever changed or removed. Each is an event of the outbox:
// topic `request-notice`, key `{request id}/{line id}`.
absl::Status AppendHistory(pg::Transaction& tx, const std::vector<const Task*>& tasks);

// The lives of several requests, each in order.
using Histories = absl::flat_hash_map<RequestId, std::vector<HistoryLine>>;
absl::StatusOr<Histories> LoadHistories(pg::Transaction& tx, const std::vector<RequestId>& ids);

// One line of one request. NOT_FOUND REQUEST_UNKNOWN: it has no such line.
absl::StatusOr<HistoryLine> FindLine(pg::Transaction& tx, const RequestId& id, std::int64_t line);

// `ids` as a parameter: `WHERE id = ANY($1::uuid[])`.
pg::Param IdArray(const std::vector<RequestId>& ids);
// `states` as one: `WHERE state = ANY($1::text[])`.
pg::Param StateArray(const std::vector<State>& states);

}  // namespace entraide::request
