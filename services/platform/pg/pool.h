// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "services/platform/pg/connection.h"

namespace entraide::pg {

// A bounded set of sessions of one schema. Thread-safe; outlives what it lends.
class Pool {
 public:
  struct Options {
    std::string conninfo{};
    std::string schema{};
    int size = 8;
  };

  // A borrowed session: goes back at death, or is closed if it broke.
  class Lease {
   public:
    Lease(Pool& pool, Connection connection) : pool_(&pool), connection_(std::move(connection)) {}
    Lease(Lease&& other) noexcept
        : pool_(std::exchange(other.pool_, nullptr)), connection_(std::move(other.connection_)) {}
    Lease& operator=(Lease&&) = delete;
    ~Lease();
    Connection* operator->() { return &connection_; }

   private:
    Pool* pool_;
    Connection connection_;
  };

  explicit Pool(Options options) : options_(std::move(options)) {}

  // RESOURCE_EXHAUSTED: none free by `deadline`. UNAVAILABLE: the database cannot be reached.
  absl::StatusOr<Lease> Borrow(absl::Time deadline);

  const Options& options() const { return options_; }

 private:
  void Return(Connection connection);
  bool HasRoom() const ABSL_SHARED_LOCKS_REQUIRED(mutex_) { return lent_ < options_.size; }

  const Options options_;
  absl::Mutex mutex_;
  std::vector<Connection> idle_ ABSL_GUARDED_BY(mutex_);
  int lent_ ABSL_GUARDED_BY(mutex_) = 0;
};

}  // namespace entraide::pg
