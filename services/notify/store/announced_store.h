// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/notify/domain/happening.h"
#include "services/platform/pg/transaction.h"

namespace entraide::notify {

// Notes lines that were announced; one that is known already stays as it is.
absl::Status NoteLines(pg::Transaction& tx, const std::vector<Line>& lines, absl::Time now);

// A line whose owner is to be asked, for the first time or again.
struct DueLine {
  Line line{};
  int attempts = 0;  // This one included.
};
// Takes the line that has been due for longest, and leaves it to the caller until `lease`.
absl::StatusOr<std::optional<DueLine>> ClaimLine(pg::Transaction& tx, absl::Time now,
                                                 absl::Time lease);
absl::Status PostponeLine(pg::Transaction& tx, const Line& line, absl::Time due_time);
absl::Status MarkLineDone(pg::Transaction& tx, const Line& line, absl::Time now);

// Forgets lines that were done before `before` and all of whose messages have been sent or dropped,
// with these messages. How many lines went, at most 1000.
absl::StatusOr<int> ForgetLines(pg::Transaction& tx, absl::Time before);

}  // namespace entraide::notify
