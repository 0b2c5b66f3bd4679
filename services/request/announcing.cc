// SPDX-License-Identifier: EUPL-1.2
#include "services/request/announcing.h"

#include <cstdint>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/time/clock.h"
#include "services/platform/base/status.h"
#include "services/platform/outbox/outbox.h"
#include "services/platform/pg/transaction.h"

namespace entraide::request {
namespace {

constexpr int kMostInARound = 100;
constexpr absl::Duration kPatience = absl::Seconds(5);

// Lets go of the events at once: no remote call inside a transaction. Two who see the same ones do
// no harm.
absl::StatusOr<std::vector<outbox::Event>> Undone(pg::Pool& pool) {
  ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(pool, absl::Now() + kPatience));
  return outbox::Claim(tx, kNoticeTopic, kMostInARound);
}

absl::Status MarkAll(pg::Pool& pool, const std::vector<outbox::Event>& events) {
  ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(pool, absl::Now() + kPatience));
  for (const outbox::Event& event : events) {
    const absl::Status marked = outbox::MarkDone(tx, event);
    if (!absl::IsFailedPrecondition(marked)) RETURN_IF_ERROR(marked);  // Another was quicker.
  }
  return tx.Commit();
}

}  // namespace

absl::StatusOr<int> Announcer::Round() const {
  ASSIGN_OR_RETURN(const std::vector<outbox::Event> events, Undone(pool_));
  if (events.empty()) return 0;
  notify::v1::AnnounceRequest request;
  for (const outbox::Event& event : events) {
    const std::pair<std::string, std::string> key = absl::StrSplit(event.key, '/');
    std::int64_t line = 0;
    if (!absl::SimpleAtoi(key.second, &line)) return absl::DataLossError("an event's key");
    notify::v1::AnnouncedLine& announced = *request.add_lines();
    announced.set_request(absl::StrCat(collection_, "/", key.first));
    announced.set_line(line);
  }
  RETURN_IF_ERROR(notify_.Announce(request, absl::Now() + kPatience));
  RETURN_IF_ERROR(MarkAll(pool_, events));
  return static_cast<int>(events.size());
}

}  // namespace entraide::request
