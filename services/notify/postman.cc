// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/postman.h"

#include <optional>
#include <vector>

#include "absl/time/clock.h"
#include "services/notify/addressee.h"
#include "services/notify/domain/names.h"
#include "services/notify/domain/timing.h"
#include "services/notify/store/link_store.h"
#include "services/notify/store/message_store.h"
#include "services/platform/base/status.h"
#include "services/platform/pg/transaction.h"

namespace entraide::notify {
namespace {

constexpr absl::Duration kPatience = absl::Seconds(5);

absl::StatusOr<std::optional<Message>> TakeDue(pg::Pool& pool, absl::Time now) {
  ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(pool, absl::Now() + kPatience));
  ASSIGN_OR_RETURN(const std::optional<Message> due, LockDue(tx, now));
  if (!due.has_value()) return std::optional<Message>();
  Message taken = Take(*due, now);
  RETURN_IF_ERROR(SaveMessage(tx, *due, taken));
  RETURN_IF_ERROR(tx.Commit());
  return std::optional<Message>(std::move(taken));
}

}  // namespace

absl::StatusOr<int> Postman::SendOne(absl::Time now) const {
  ASSIGN_OR_RETURN(const std::optional<Message> taken, TakeDue(with_.pool, now));
  if (!taken.has_value()) return 0;
  // What goes wrong before the hand-over leaves the message to be taken again after its lease.
  RETURN_IF_ERROR(Deliver(*taken, now));
  return 1;
}

absl::Status Postman::Deliver(const Message& taken, absl::Time now) const {
  const absl::Time deadline = absl::Now() + kPatience;
  absl::StatusOr<Happening> happening = with_.sources.happening(taken.line, deadline);
  if (absl::IsNotFound(happening.status())) return Save(taken, Drop(taken, "NOT_TOLD", now));
  RETURN_IF_ERROR(happening.status());
  ASSIGN_OR_RETURN(std::optional<Recipient> addressee,
                   AddresseeOf(taken, *happening, with_.sources, deadline));
  if (!addressee.has_value()) return Save(taken, Drop(taken, "NOT_TOLD", now));
  if (IsOvertaken(taken.letter, happening->state_now)) {
    return Save(taken, Drop(taken, "OVERTAKEN", now));
  }
  if (const absl::Time leave = LeaveTime(taken.part, *happening, now); leave > now) {
    return Save(taken, Postpone(taken, leave, now));
  }
  const std::optional<Channel> channel = ChannelOf(addressee->contact);
  if (!channel.has_value()) return Save(taken, Drop(taken, "NO_ADDRESS", now));
  const Matter matter{.happening = *std::move(happening), .recipient = *std::move(addressee)};
  ASSIGN_OR_RETURN(const Message prepared, Prepare(taken, *channel, matter, now));
  if (prepared.state != State::kSending) return absl::OkStatus();
  return Save(prepared, Settle(prepared, HandTo(prepared, matter, now), now));
}

absl::StatusOr<Message> Postman::Prepare(const Message& taken, Channel channel,
                                         const Matter& matter, absl::Time now) const {
  ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(with_.pool, absl::Now() + kPatience));
  Message prepared = HandOver(taken, channel, now);
  if (!IsEssential(taken.letter)) {
    ASSIGN_OR_RETURN(
        const bool unwanted,
        IsUnsubscribed(tx, with_.secrets.AddressHash(matter.recipient.contact, channel)));
    if (unwanted) prepared = Drop(taken, "UNSUBSCRIBED", now);
  }
  RETURN_IF_ERROR(SaveMessage(tx, taken, prepared));
  std::vector<NewLink> links;
  for (const LinkAction action : LinksOf(taken.letter, matter.recipient)) {
    links.push_back({.action = action,
                     .code_hash = with_.secrets.CodeHash(with_.secrets.CodeOf(taken.id, action)),
                     .expire_time = LinkEnd(action, matter.happening.start_time, now)});
  }
  RETURN_IF_ERROR(InsertLinks(tx, taken.id, links));
  RETURN_IF_ERROR(tx.Commit());
  Count(prepared);
  return prepared;
}

absl::Status Postman::HandTo(const Message& message, const Matter& matter, absl::Time now) const {
  Matter told = matter;
  if (!told.happening.held_by.empty()) {
    // Its name is a kindness: without it the message is still worth sending.
    told.holder = with_.sources.organization(told.happening.held_by, absl::Now() + kPatience)
                      .value_or(Organization());
  }
  for (const LinkAction action : LinksOf(message.letter, told.recipient)) {
    told.codes.emplace_back(action, with_.secrets.CodeOf(message.id, action));
  }
  const Composed composed = with_.writer.Write(message, *message.channel, told);
  const Contact& contact = told.recipient.contact;
  if (message.channel == Channel::kSms) {
    return ways_.sms({.id = message.id.value(), .to = contact.phone, .text = composed.text});
  }
  return ways_.mail({.id = message.id.value(),
                     .to = contact.email,
                     .subject = composed.subject,
                     .text = composed.text,
                     .time = now});
}

absl::Status Postman::Save(const Message& before, const Message& after) const {
  ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(with_.pool, absl::Now() + kPatience));
  RETURN_IF_ERROR(SaveMessage(tx, before, after));
  RETURN_IF_ERROR(tx.Commit());
  Count(after);
  return absl::OkStatus();
}

void Postman::Count(const Message& message) const {
  if (message.state == State::kSending) return;
  with_.metrics.RecordWork("notify-messages", NameOf(message.state));
  if (message.state == State::kSent && message.possibly_sent_twice) {
    with_.metrics.RecordWork("notify-messages", "POSSIBLY_SENT_TWICE");
  }
}

}  // namespace entraide::notify
