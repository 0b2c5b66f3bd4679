// SPDX-License-Identifier: EUPL-1.2
#include "services/all_in_one/housekeeping.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "services/platform/base/status.h"
#include "services/platform/outbox/outbox.h"
#include "services/platform/pg/transaction.h"
#include "services/platform/rpc/answered.h"

namespace entraide::all_in_one {
namespace {

constexpr absl::Duration kPause = absl::Minutes(1);
constexpr absl::Duration kPatience = absl::Seconds(10);

absl::StatusOr<int> Forget(pg::Pool& pool, const std::vector<std::string>& claimed) {
  ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(pool, absl::Now() + kPatience));
  ASSIGN_OR_RETURN(const int answers, rpc::PruneAnswers(tx));
  ASSIGN_OR_RETURN(const int events, outbox::Prune(tx, claimed));
  RETURN_IF_ERROR(tx.Commit());
  return answers + events;
}

}  // namespace

Housekeeping::Housekeeping(pg::Pool& pool, telemetry::Metrics& metrics,
                           std::vector<std::string> claimed)
    : worker_(absl::StrCat(pool.options().schema, "-housekeeping"), kPause, metrics,
              [&pool, claimed = std::move(claimed)] { return Forget(pool, claimed); }) {}

}  // namespace entraide::all_in_one
