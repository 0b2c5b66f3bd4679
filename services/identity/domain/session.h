// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>

#include "absl/time/time.h"
#include "services/identity/domain/grant.h"

namespace entraide::identity {

constexpr absl::Duration kSessionIdle = absl::Minutes(30);
constexpr absl::Duration kSessionLongest = absl::Hours(12);
constexpr absl::Duration kSessionTouch = absl::Minutes(1);

// A signed-in browser or command line: one grant, until `expire_time` at the latest, and until
// `idle_time` unless it is used before.
struct Session {
  std::string token_hash{};
  Grant grant{};
  absl::Time idle_time{};
  absl::Time expire_time{};
};

// A session that ends when nobody uses it for half an hour.
inline Session NewSession(std::string token_hash, Grant grant, absl::Time now) {
  return {.token_hash = std::move(token_hash),
          .grant = std::move(grant),
          .idle_time = now + kSessionIdle,
          .expire_time = now + kSessionLongest};
}

// Whether using it now is worth a write: at most one a minute.
inline bool WantsTouch(const Session& session, absl::Time now) {
  return session.idle_time < session.expire_time &&
         session.idle_time < now + kSessionIdle - kSessionTouch;
}

}  // namespace entraide::identity
