// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/mail_worker.h"

#include <vector>

#include "absl/time/clock.h"
#include "services/identity/sign_in_letter.h"
#include "services/identity/store/magic_link_store.h"
#include "services/platform/base/status.h"
#include "services/platform/pg/transaction.h"

namespace entraide::identity {
namespace {

constexpr absl::Duration kTryAgain = absl::Seconds(30);  // Longer than a sender may take.
constexpr absl::Duration kPatience = absl::Seconds(5);

absl::StatusOr<std::vector<DueMail>> Claim(pg::Pool& pool, absl::Time now) {
  ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(pool, absl::Now() + kPatience));
  ASSIGN_OR_RETURN(const std::vector<DueMail> due, ClaimMails(tx, now, now + kTryAgain, 1));
  if (!due.empty()) RETURN_IF_ERROR(tx.Commit());
  return due;
}

absl::Status Mark(pg::Pool& pool, const LinkId& link, absl::Time now) {
  ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(pool, absl::Now() + kPatience));
  RETURN_IF_ERROR(MarkMailed(tx, link, now));
  return tx.Commit();
}

}  // namespace

absl::StatusOr<int> MailWorker::SendOne(absl::Time now) const {
  ASSIGN_OR_RETURN(const std::vector<DueMail> due, Claim(pool_, now));
  if (due.empty()) return 0;
  mail::Mail mail = SignInLetter(secrets_.CodeOf(due.front().link), base_url_);
  mail.id = due.front().link.value();
  mail.to = due.front().email;
  mail.time = now;
  RETURN_IF_ERROR(sender_(mail));
  RETURN_IF_ERROR(Mark(pool_, due.front().link, now));
  return 1;
}

}  // namespace entraide::identity
