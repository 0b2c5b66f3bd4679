// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/platform/pg/transaction.h"

namespace entraide::outbox {

// An event: `key` of `topic` changed. Ids only; readers read the thing itself.
struct Event {
  std::int64_t id = 0;
  std::int64_t position = 0;  // 0 until stamped.
  std::string topic{};
  std::string key{};
};

// Writes an event in the transaction of its cause.
absl::Status Append(pg::Transaction& tx, absl::string_view topic, absl::string_view key);

// Gives committed events without a position their place, in one transaction under the schema's
// advisory lock, so that a reader who has seen position n will never meet an earlier one. How many
// were stamped.
absl::StatusOr<int> Stamp(pg::Transaction& tx);

// The last stamped position; read in the transaction that reads the snapshot.
absl::StatusOr<std::int64_t> LastPosition(pg::Transaction& tx);

// Stamped events of `topic` after `position`, in order, at most `limit`.
absl::StatusOr<std::vector<Event>> ReadAfter(pg::Transaction& tx, absl::string_view topic,
                                             std::int64_t position, int limit);

// Claims events of `topic` whose effect has not been had (FOR UPDATE SKIP LOCKED); MarkDone in the
// same transaction.
absl::StatusOr<std::vector<Event>> Claim(pg::Transaction& tx, absl::string_view topic, int limit);
absl::Status MarkDone(pg::Transaction& tx, const Event& event);

}  // namespace entraide::outbox
