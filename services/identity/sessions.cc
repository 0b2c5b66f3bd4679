// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/sessions.h"

#include <algorithm>
#include <optional>

#include "services/identity/convert.h"
#include "services/identity/store/session_store.h"
#include "services/platform/auth/secret.h"
#include "services/platform/base/status.h"
#include "services/platform/pg/transaction.h"

namespace entraide::identity {
namespace {

constexpr absl::Duration kRemember = absl::Seconds(5);
constexpr std::size_t kMostRemembered = 4096;

}  // namespace

absl::StatusOr<auth::Caller> Sessions::Lookup(absl::string_view token, absl::Time deadline) {
  const std::string hash = auth::Hash(token);
  const absl::Time now = clock_();
  {
    const absl::MutexLock lock(&mutex_);
    const auto found = by_hash_.find(hash);
    if (found != by_hash_.end() && now < found->second.until) return found->second.caller;
  }
  ASSIGN_OR_RETURN(const Session session, Read(hash, now, deadline));
  auth::Caller caller = CallerOf(session);
  const absl::MutexLock lock(&mutex_);
  if (by_hash_.size() >= kMostRemembered) by_hash_.clear();
  by_hash_[hash] = {.caller = caller, .until = std::min(now + kRemember, session.expire_time)};
  return caller;
}

absl::StatusOr<Session> Sessions::Read(const std::string& token_hash, absl::Time now,
                                       absl::Time deadline) {
  ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(pool_, deadline));
  ASSIGN_OR_RETURN(const std::optional<Session> session, FindSession(tx, token_hash, now));
  if (!session.has_value() || (session->grant.demo && demo_ == DemoGrants::kRefused)) {
    return absl::UnauthenticatedError("no such session");
  }
  if (WantsTouch(*session, now)) {
    RETURN_IF_ERROR(TouchSession(tx, token_hash, now + kSessionIdle));
    RETURN_IF_ERROR(tx.Commit());
  }
  return *session;
}

void Sessions::Forget(const std::string& session_hash) {
  const absl::MutexLock lock(&mutex_);
  by_hash_.erase(session_hash);
}

void Sessions::ForgetAll() {
  const absl::MutexLock lock(&mutex_);
  by_hash_.clear();
}

}  // namespace entraide::identity
