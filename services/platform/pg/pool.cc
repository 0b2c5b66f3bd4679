// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/pg/pool.h"

#include <optional>

namespace entraide::pg {

Pool::Lease::~Lease() {
  if (pool_ != nullptr) pool_->Return(std::move(connection_));
}

absl::StatusOr<Pool::Lease> Pool::Borrow(absl::Time deadline) {
  std::optional<Connection> idle;
  {
    absl::MutexLock lock(&mutex_);
    if (!mutex_.AwaitWithDeadline(absl::Condition(this, &Pool::HasRoom), deadline)) {
      return absl::ResourceExhaustedError("every database connection is busy");
    }
    ++lent_;
    while (!idle.has_value() && !idle_.empty()) {
      if (idle_.back().Reusable()) idle = std::move(idle_.back());
      idle_.pop_back();
    }
  }
  if (idle.has_value()) return Lease(*this, *std::move(idle));
  absl::StatusOr<Connection> opened =
      Connection::Open(options_.conninfo, options_.schema, deadline);
  if (opened.ok()) return Lease(*this, *std::move(opened));
  absl::MutexLock lock(&mutex_);
  --lent_;
  return std::move(opened).status();
}

void Pool::Return(Connection connection) {
  const bool reusable = connection.Reusable();
  absl::MutexLock lock(&mutex_);
  --lent_;
  if (reusable) idle_.push_back(std::move(connection));
}

}  // namespace entraide::pg
