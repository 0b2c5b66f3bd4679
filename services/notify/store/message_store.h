// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/notify/domain/message.h"
#include "services/platform/pg/transaction.h"

namespace entraide::notify {

// Adds messages; one that its recipient has about that line already is left as it is.
absl::Status InsertMessages(pg::Transaction& tx, const std::vector<Message>& messages);

// Locks the message that has been due for longest; others look past it until `tx` ends.
absl::StatusOr<std::optional<Message>> LockDue(pg::Transaction& tx, absl::Time now);
// NOT_FOUND MESSAGE_UNKNOWN.
absl::StatusOr<Message> LockMessage(pg::Transaction& tx, const MessageId& id);

// Writes what becomes of `before`, if it is still as it was: ABORTED CHANGED_MEANWHILE if somebody
// else works on it, because the lease ran out.
absl::Status SaveMessage(pg::Transaction& tx, const Message& before, const Message& after);

// Which messages an operator wants to see, latest first.
struct Wanted {
  std::optional<State> state{};
  bool possibly_sent_twice = false;
  std::optional<absl::Time> before_time{};  // With `before_id`, the last one seen.
  std::string before_id{};
  int limit = 50;
};
absl::StatusOr<std::vector<Message>> ListMessages(pg::Transaction& tx, const Wanted& wanted);

}  // namespace entraide::notify
