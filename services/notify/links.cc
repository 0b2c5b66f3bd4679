// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/links.h"

#include <optional>

#include "services/notify/addressee.h"
#include "services/notify/store/link_store.h"
#include "services/notify/store/message_store.h"
#include "services/platform/base/status.h"
#include "services/platform/pg/transaction.h"

namespace entraide::notify {
namespace {

absl::Status Unknown() {
  return WithReason(absl::NotFoundError("no such link, or no longer"), "LINK_UNKNOWN");
}

// The link of a code, and its message.
struct Found {
  Link link{};
  Message message{};
};

absl::StatusOr<Found> Find(pg::Pool& pool, const std::string& code_hash, LinkAction action,
                           absl::Time now, absl::Time deadline) {
  ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(pool, deadline));
  ASSIGN_OR_RETURN(const std::optional<Link> link, FindLink(tx, code_hash, action, now));
  if (!link.has_value()) return Unknown();
  ASSIGN_OR_RETURN(const Message message, LockMessage(tx, link->message));
  return Found{.link = *link, .message = message};
}

}  // namespace

absl::StatusOr<Links::Outcome> Links::Follow(absl::string_view code, LinkAction action,
                                             absl::Time now, absl::Time deadline) const {
  const std::string code_hash = secrets_.CodeHash(code);
  if (code_hash.empty()) return Unknown();
  ASSIGN_OR_RETURN(const Found found, Find(pool_, code_hash, action, now, deadline));
  if (found.link.used) return Outcome::kDoneBefore;
  const absl::StatusOr<Happening> happening = sources_.happening(found.message.line, deadline);
  if (absl::IsNotFound(happening.status())) return Unknown();
  RETURN_IF_ERROR(happening.status());
  ASSIGN_OR_RETURN(const std::optional<Recipient> addressee,
                   AddresseeOf(found.message, *happening, sources_, deadline));
  if (!addressee.has_value()) return Unknown();
  if (action == LinkAction::kCancel) {
    RETURN_IF_ERROR(cancel_(found.message.line.request, addressee->tracking_code,
                            found.message.id.value(), deadline));
  }
  ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(pool_, deadline));
  if (action == LinkAction::kUnsubscribe) {
    const Channel channel = found.message.channel.value_or(Channel::kEmail);
    RETURN_IF_ERROR(Unsubscribe(tx, secrets_.AddressHash(addressee->contact, channel), now));
  }
  RETURN_IF_ERROR(MarkLinkUsed(tx, code_hash, now));
  RETURN_IF_ERROR(tx.Commit());
  return Outcome::kDone;
}

}  // namespace entraide::notify
