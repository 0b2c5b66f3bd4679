// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "clients/cpp/notify_client.h"
#include "services/platform/pg/pool.h"

namespace entraide::request {

// The topic of the outbox that says a line was added to a history; its keys are
// `{request id}/{line}`. Pruned only once they are announced.
inline constexpr absl::string_view kNoticeTopic = "request-notice";

// Announces the lines of a trade's histories to whoever sends messages. An event is done once the
// other side has noted it; a crash between the two announces it twice, which the other side knows
// to be one.
class Announcer {
 public:
  // `pool`, of the trade's schema, and `notify` outlive it. `collection` is `rides`, as in
  // `rides/{ride}`.
  Announcer(pg::Pool& pool, clients::NotifyClient& notify, std::string collection)
      : pool_(pool), notify_(notify), collection_(std::move(collection)) {}

  // A round of a server::Worker: how many were announced. UNAVAILABLE, DEADLINE_EXCEEDED: the other
  // side or the database does not answer; what was to be announced still is.
  absl::StatusOr<int> Round() const;

 private:
  pg::Pool& pool_;
  clients::NotifyClient& notify_;
  const std::string collection_;
};

}  // namespace entraide::request
