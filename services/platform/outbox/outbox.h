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

// Gives committed events without a position their place, under the schema's advisory lock, so that
// a reader who has seen position n will never meet an earlier one. How many were stamped, at most
// 1000; `tx` does nothing else and must be committed.
absl::StatusOr<int> Stamp(pg::Transaction& tx);

// Which positions the outbox can still tell of.
struct Extent {
  std::int64_t last = 0;    // The last stamped one.
  std::int64_t pruned = 0;  // Whoever has seen less than this one has missed events.
};
absl::StatusOr<Extent> ReadExtent(pg::Transaction& tx);

// The last stamped position; read in the transaction that reads the snapshot.
absl::StatusOr<std::int64_t> LastPosition(pg::Transaction& tx);

// Stamped events of these topics after `position`, in order, at most `limit`.
absl::StatusOr<std::vector<Event>> ReadAfter(pg::Transaction& tx,
                                             const std::vector<std::string>& topics,
                                             std::int64_t position, int limit);

// Claims events of `topic` whose effect has not been had (FOR UPDATE SKIP LOCKED); MarkDone in the
// same transaction.
absl::StatusOr<std::vector<Event>> Claim(pg::Transaction& tx, absl::string_view topic, int limit);
absl::Status MarkDone(pg::Transaction& tx, const Event& event);

// Deletes stamped events older than 7 days, but of the topics in `claimed` only those that are
// done. How many went, at most 1000.
absl::StatusOr<int> Prune(pg::Transaction& tx, const std::vector<std::string>& claimed);

}  // namespace entraide::outbox
