// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/outbox/changes.h"

#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "services/platform/base/status.h"
#include "services/platform/outbox/outbox.h"

namespace entraide::outbox {
namespace {

absl::StatusOr<int> StampSome(pg::Pool& pool, absl::Time deadline) {
  ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(pool, deadline));
  ASSIGN_OR_RETURN(const int stamped, Stamp(tx));
  RETURN_IF_ERROR(tx.Commit());
  return stamped;
}

}  // namespace

absl::Status StampAll(pg::Pool& pool, absl::Time deadline) {
  while (true) {
    ASSIGN_OR_RETURN(const int stamped, StampSome(pool, deadline));
    if (stamped == 0) return absl::OkStatus();
  }
}

absl::StatusOr<Changes> ChangesAfter(pg::Transaction& tx, const std::vector<std::string>& topics,
                                     std::int64_t position, int limit) {
  ASSIGN_OR_RETURN(const Extent extent, ReadExtent(tx));
  if (position < extent.pruned || position > extent.last) {
    return WithReason(absl::FailedPreconditionError("watch again without a resume_token"),
                      "RESUME_TOKEN_EXPIRED");
  }
  ASSIGN_OR_RETURN(std::vector<Event> events, ReadAfter(tx, topics, position, limit));
  Changes changes{.position = position};
  absl::flat_hash_set<std::string> seen;
  for (Event& event : events) {
    changes.position = event.position;
    if (seen.insert(event.key).second) changes.keys.push_back(std::move(event.key));
  }
  return changes;
}

std::string ResumeToken(std::int64_t position) { return absl::StrCat(position); }

absl::StatusOr<std::int64_t> PositionOf(absl::string_view resume_token) {
  std::int64_t position = 0;
  if (absl::SimpleAtoi(resume_token, &position) && position >= 0) return position;
  return WithReason(absl::InvalidArgumentError("not a resume_token"), "RESUME_TOKEN_INVALID");
}

}  // namespace entraide::outbox
