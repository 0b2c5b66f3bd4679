// SPDX-License-Identifier: EUPL-1.2
#include "services/request/dispatcher.h"

#include <optional>
#include <vector>

#include "absl/time/clock.h"
#include "services/platform/base/status.h"
#include "services/platform/telemetry/log.h"
#include "services/request/convert_match.h"
#include "services/request/steps.h"
#include "services/request/store/due_store.h"
#include "services/request/store/task_store.h"

namespace entraide::request {
namespace {

constexpr int kMostInARound = 20;
constexpr absl::Duration kPatience = absl::Seconds(5);  // With the database, and with the matcher.
constexpr absl::Duration kUntilNextTry = absl::Minutes(1);

}  // namespace

absl::StatusOr<int> Dispatcher::Round() {
  std::vector<RequestId> due;
  {
    ASSIGN_OR_RETURN(pg::Transaction tx,
                     pg::Transaction::BeginSnapshot(pool_, absl::Now() + kPatience));
    ASSIGN_OR_RETURN(due, ListDue(tx, clock_(), kMostInARound));
  }
  for (const RequestId& id : due) {
    const absl::Status looked = Look(id);
    if (IsOutage(looked)) return looked;  // No other request would fare better now.
    if (looked.ok()) continue;
    // One request that cannot be helped now must not hold up the others.
    telemetry::LogError("dispatch", {{"request", id.value()},
                                     {"code", absl::StatusCodeToString(looked.code())},
                                     {"reason", ReasonOf(looked)}});
    RETURN_IF_ERROR(ComeBackLater(id));
  }
  return static_cast<int>(due.size());
}

absl::Status Dispatcher::Look(const RequestId& id) {
  Task task;
  std::optional<Need> need;
  {
    ASSIGN_OR_RETURN(pg::Transaction tx,
                     pg::Transaction::BeginSnapshot(pool_, absl::Now() + kPatience));
    ASSIGN_OR_RETURN(task, LoadTask(tx, id));
    ASSIGN_OR_RETURN(need, trade_.need_of(tx, task.request));
  }
  switch (NextStep(task, policy_, clock_())) {
    case Step::kMatch:
      return Seek(task, *need);
    case Step::kLapse:
      return Save(task, [](pg::Transaction& /*tx*/, Task seen, absl::Time now) {
        return Lapse(std::move(seen), now);
      });
    case Step::kTrade:
      if (!trade_.on_time) return ComeBackLater(id);
      return Save(task, [&](pg::Transaction& tx, Task seen, absl::Time now) {
        seen.request.deadline.reset();  // It says when it wants to look again.
        return trade_.on_time(tx, std::move(seen), now);
      });
    case Step::kNothing:
      return ComeBackLater(id);
  }
  return absl::OkStatus();
}

absl::Status Dispatcher::Seek(const Task& task, const Need& need) {
  ASSIGN_OR_RETURN(const matcher::v1::MatchResponse response,
                   matcher_.Match(MatchRequestOf(need, task), absl::Now() + kPatience));
  const Match match = MatchOf(response);
  return Save(task, [&](pg::Transaction& /*tx*/, Task seen, absl::Time now) {
    return ApplyMatch(std::move(seen), match, policy_, now);
  });
}

absl::Status Dispatcher::Save(const Task& seen, const TradeClock& decide) {
  ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(pool_, absl::Now() + kPatience));
  ASSIGN_OR_RETURN(const Task before, LockTask(tx, seen.request.id));
  if (before.request.version != seen.request.version) return absl::OkStatus();
  ASSIGN_OR_RETURN(Task after, decide(tx, before, clock_()));
  RETURN_IF_ERROR(SaveAndAnnounce(tx, before, std::move(after)).status());
  return tx.Commit();
}

absl::Status Dispatcher::ComeBackLater(const RequestId& id) {
  const absl::Time now = clock_();
  ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(pool_, absl::Now() + kPatience));
  RETURN_IF_ERROR(Postpone(tx, id, now, now + kUntilNextTry));
  return tx.Commit();
}

}  // namespace entraide::request
