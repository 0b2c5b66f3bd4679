// SPDX-License-Identifier: EUPL-1.2
#include "services/volunteers/closing.h"

#include <utility>
#include <vector>

#include "absl/time/clock.h"
#include "services/platform/base/status.h"
#include "services/platform/pg/transaction.h"
#include "services/volunteers/domain/mission.h"
#include "services/volunteers/store/mission_store.h"

namespace entraide::volunteers {
namespace {

constexpr int kAtOnce = 100;
constexpr absl::Duration kPatience = absl::Seconds(10);

}  // namespace

absl::StatusOr<int> CloseEndedMissions(pg::Pool& pool, absl::Time now) {
  ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(pool, absl::Now() + kPatience));
  ASSIGN_OR_RETURN(std::vector<Mission> ended, LockEndedMissions(tx, now, kAtOnce));
  for (Mission& mission : ended) {
    ASSIGN_OR_RETURN(const Mission closed, Close(std::move(mission), now));
    RETURN_IF_ERROR(WriteMissionState(tx, closed));
  }
  RETURN_IF_ERROR(tx.Commit());
  return static_cast<int>(ended.size());
}

}  // namespace entraide::volunteers
