// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/pg/transaction.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "absl/strings/str_cat.h"
#include "services/platform/base/status.h"

namespace entraide::pg {
namespace {

// BEGIN with the server's own limits, in one round trip; only numbers of ours are put into it.
// The server may idle a second longer than we do: whoever ends a transaction should be us.
std::string BeginScript(absl::string_view mode, absl::Time deadline) {
  const absl::Duration left = std::min(deadline - absl::Now(), absl::Hours(24));
  const std::int64_t ms = std::max<std::int64_t>(absl::ToInt64Milliseconds(left), 1);
  return absl::StrCat("BEGIN ", mode, "; SET LOCAL statement_timeout = ", ms,
                      "; SET LOCAL lock_timeout = ", ms,
                      "; SET LOCAL idle_in_transaction_session_timeout = ", ms + 1000);
}

absl::StatusOr<Pool::Lease> BeginIn(Pool& pool, absl::string_view mode, absl::Time deadline) {
  ASSIGN_OR_RETURN(Pool::Lease lease, pool.Borrow(deadline));
  RETURN_IF_ERROR(lease->RunScript(BeginScript(mode, deadline), deadline));
  return lease;
}

}  // namespace

absl::StatusOr<Transaction> Transaction::Begin(Pool& pool, absl::Time deadline) {
  ASSIGN_OR_RETURN(Pool::Lease lease, BeginIn(pool, "ISOLATION LEVEL READ COMMITTED", deadline));
  return Transaction(std::move(lease), deadline);
}

absl::StatusOr<Transaction> Transaction::BeginSnapshot(Pool& pool, absl::Time deadline) {
  ASSIGN_OR_RETURN(Pool::Lease lease,
                   BeginIn(pool, "ISOLATION LEVEL REPEATABLE READ READ ONLY", deadline));
  return Transaction(std::move(lease), deadline);
}

Transaction::Transaction(Transaction&& other) noexcept
    : lease_(std::move(other.lease_)), deadline_(other.deadline_) {
  other.lease_.reset();
}

Transaction::~Transaction() {
  if (!lease_.has_value() || !(*lease_)->alive()) return;
  // If even this fails, the pool drops the connection.
  (*lease_)->Execute("ROLLBACK", {}, absl::Now() + absl::Seconds(1)).IgnoreError();
}

absl::Status Transaction::Commit() {
  // PostgreSQL answers the COMMIT of a failed transaction with a polite ROLLBACK.
  if ((*lease_)->TransactionFailed()) {
    return absl::InternalError("commit of a transaction in which a statement failed");
  }
  const absl::Status committed = (*lease_)->Execute("COMMIT", {}, deadline_).status();
  lease_.reset();
  return committed;
}

}  // namespace entraide::pg
