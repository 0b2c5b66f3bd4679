// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/platform/pg/pool.h"

namespace entraide::pg {

// BEGIN at birth, ROLLBACK at death unless committed; every statement shares one deadline, which is
// also the server's statement_timeout and lock_timeout. No remote call while one lives.
class Transaction {
 public:
  // A READ COMMITTED transaction.
  static absl::StatusOr<Transaction> Begin(Pool& pool, absl::Time deadline);
  // A REPEATABLE READ, READ ONLY one: all of its statements see the same instant.
  static absl::StatusOr<Transaction> BeginSnapshot(Pool& pool, absl::Time deadline);

  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  absl::StatusOr<Result> Execute(Sql sql, const std::vector<Param>& params = {}) {
    return (*lease_)->Execute(sql, params, deadline_);
  }
  // UNAVAILABLE or DEADLINE_EXCEEDED: in doubt, it may have happened; only a stored request_id
  // makes a retry safe.
  absl::Status Commit();

  absl::Time deadline() const { return deadline_; }

 private:
  Transaction(Pool::Lease lease, absl::Time deadline)
      : lease_(std::move(lease)), deadline_(deadline) {}

  std::optional<Pool::Lease> lease_;  // Empty once committed or moved from.
  absl::Time deadline_;
};

}  // namespace entraide::pg
