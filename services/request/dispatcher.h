// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "clients/cpp/matcher_client.h"
#include "services/platform/base/clock.h"
#include "services/platform/pg/pool.h"
#include "services/platform/pg/transaction.h"
#include "services/request/domain/need.h"
#include "services/request/domain/search.h"

namespace entraide::request {

// The need behind a request, details included.
using NeedReader = std::function<absl::StatusOr<Need>(pg::Transaction&, const Request&)>;

// What a trade makes of a request whose deadline has come, or whose holder's own search is over.
using TradeClock = std::function<absl::StatusOr<Task>(pg::Transaction&, Task, absl::Time)>;

// Carries requests from SUBMITTED to an answer: asks the matcher, opens waves, ends what time has
// overtaken. It keeps nothing in memory, so a crash loses nothing, and two at once do no harm: what
// the second computes no longer fits the request, and is dropped.
class Dispatcher {
 public:
  // What a dispatcher is told of its trade; without `on_time` it has no deadlines.
  struct TradeParts {
    NeedReader need_of{};
    TradeClock on_time{};
  };
  // `pool` (of the trade's schema) and `matcher` outlive it.
  Dispatcher(pg::Pool& pool, clients::MatcherClient& matcher, TradeParts trade, WavePolicy policy,
             Clock clock)
      : pool_(pool),
        matcher_(matcher),
        trade_(std::move(trade)),
        policy_(std::move(policy)),
        clock_(std::move(clock)) {}

  // Does what is due, for a server::Worker: how many requests it looked at. UNAVAILABLE,
  // DEADLINE_EXCEEDED: the matcher or the database does not answer; what was due still is.
  absl::StatusOr<int> Round();

 private:
  absl::Status Look(const RequestId& id);
  absl::Status Seek(const Task& task, const Need& need);
  absl::Status Save(const Task& seen, const TradeClock& decide);
  absl::Status ComeBackLater(const RequestId& id);

  pg::Pool& pool_;
  clients::MatcherClient& matcher_;
  const TradeParts trade_;
  const WavePolicy policy_;
  const Clock clock_;
};

}  // namespace entraide::request
