// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/platform/pg/pool.h"
#include "services/platform/pg/transaction.h"

namespace entraide::outbox {

// What changed after a position.
struct Changes {
  std::vector<std::string> keys{};  // Each once.
  std::int64_t position = 0;        // Where they lead.
};

// Stamps all that is committed now. Any number of threads and processes may.
absl::Status StampAll(pg::Pool& pool, absl::Time deadline);

// Keys of at most `limit` events of these topics after `position`. FAILED_PRECONDITION:
// RESUME_TOKEN_EXPIRED, events after `position` are pruned, or it is not of this outbox.
absl::StatusOr<Changes> ChangesAfter(pg::Transaction& tx, const std::vector<std::string>& topics,
                                     std::int64_t position, int limit);

// A position as readers keep it. INVALID_ARGUMENT: RESUME_TOKEN_INVALID.
std::string ResumeToken(std::int64_t position);
absl::StatusOr<std::int64_t> PositionOf(absl::string_view resume_token);

}  // namespace entraide::outbox
