// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/platform/pg/transaction.h"
#include "services/request/domain/request.h"

namespace entraide::request {

// Reads a request with its offers. NOT_FOUND REQUEST_UNKNOWN.
absl::StatusOr<Task> LoadTask(pg::Transaction& tx, const RequestId& id);
// The same, and nobody else changes it until `tx` ends.
absl::StatusOr<Task> LockTask(pg::Transaction& tx, const RequestId& id);

// A request just filed. Its code is kept as a hash only.
struct NewTask {
  Task task{};
  std::string tracking_hash{};
};

// Writes requests and their history.
absl::Status InsertTasks(pg::Transaction& tx, const std::vector<const NewTask*>& tasks);

// Writes what a decision made of `before`: new and changed offers, lines of history, and the
// request with its version + 1, on the condition that it still is as it was before. Gives it back
// with its new version. ABORTED CHANGED_MEANWHILE.
absl::StatusOr<Task> SaveTask(pg::Transaction& tx, const Task& before, Task after);

}  // namespace entraide::request
