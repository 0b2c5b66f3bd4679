// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/intake.h"

#include <optional>
#include <utility>
#include <vector>

#include "absl/time/clock.h"
#include "services/notify/domain/message.h"
#include "services/notify/domain/timing.h"
#include "services/notify/store/announced_store.h"
#include "services/notify/store/message_store.h"
#include "services/platform/base/status.h"
#include "services/platform/base/uuid.h"
#include "services/platform/pg/transaction.h"

namespace entraide::notify {
namespace {

constexpr absl::Duration kPatience = absl::Seconds(5);
constexpr absl::Duration kLongestPause = absl::Hours(6);

absl::StatusOr<std::optional<DueLine>> Claim(pg::Pool& pool, absl::Time now) {
  ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(pool, absl::Now() + kPatience));
  ASSIGN_OR_RETURN(std::optional<DueLine> due, ClaimLine(tx, now, now + kLease));
  if (due.has_value()) RETURN_IF_ERROR(tx.Commit());
  return due;
}

absl::Status Postpone(pg::Pool& pool, const DueLine& due, absl::Time now) {
  ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(pool, absl::Now() + kPatience));
  RETURN_IF_ERROR(
      PostponeLine(tx, due.line, now + PauseAfter(due.attempts).value_or(kLongestPause)));
  return tx.Commit();
}

absl::Status Keep(pg::Pool& pool, const Line& line, std::vector<Message> messages, absl::Time now) {
  for (Message& message : messages) message.id = MessageId(NewUuid());
  ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(pool, absl::Now() + kPatience));
  if (!messages.empty()) RETURN_IF_ERROR(InsertMessages(tx, messages));
  RETURN_IF_ERROR(MarkLineDone(tx, line, now));
  return tx.Commit();
}

}  // namespace

absl::StatusOr<int> Intake::TakeOne(absl::Time now) const {
  ASSIGN_OR_RETURN(const std::optional<DueLine> due, Claim(pool_, now));
  if (!due.has_value()) return 0;
  const absl::StatusOr<Happening> happening =
      sources_.happening(due->line, absl::Now() + kPatience);
  if (happening.ok()) {
    RETURN_IF_ERROR(Keep(pool_, due->line, MessagesAbout(*happening, now), now));
    return 1;
  }
  if (absl::IsNotFound(happening.status())) {  // Erased meanwhile: nobody is to be told any more.
    RETURN_IF_ERROR(Keep(pool_, due->line, {}, now));
    return 1;
  }
  RETURN_IF_ERROR(Postpone(pool_, *due, now));
  return happening.status();
}

}  // namespace entraide::notify
