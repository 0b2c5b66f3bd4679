// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "services/identity/domain/session.h"
#include "services/platform/auth/caller.h"
#include "services/platform/base/clock.h"
#include "services/platform/pg/pool.h"

namespace entraide::identity {

// Who holds a session token. Remembers what it read for five seconds, so a role that was taken back
// elsewhere closes its sessions here within five seconds; what this process ends, it forgets at
// once. Thread-safe; `pool` outlives it.
class Sessions {
 public:
  Sessions(pg::Pool& pool, Clock clock, DemoGrants demo)
      : pool_(pool), clock_(std::move(clock)), demo_(demo) {}

  // As auth::SessionLookup. UNAUTHENTICATED: unknown, ended, idle for too long, or of the
  // demonstration where there is none.
  absl::StatusOr<auth::Caller> Lookup(absl::string_view token, absl::Time deadline);

  void Forget(const std::string& session_hash);
  void ForgetAll();

 private:
  struct Remembered {
    auth::Caller caller{};
    absl::Time until{};
  };

  absl::StatusOr<Session> Read(const std::string& token_hash, absl::Time now, absl::Time deadline);

  pg::Pool& pool_;
  const Clock clock_;
  const DemoGrants demo_;
  absl::Mutex mutex_;
  absl::flat_hash_map<std::string, Remembered> by_hash_ ABSL_GUARDED_BY(mutex_);  // Bounded.
};

}  // namespace entraide::identity
