// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/store/message_store.h"

#include <utility>

#include "services/notify/domain/names.h"
#include "services/platform/base/status.h"
#include "services/platform/pg/columns.h"

namespace entraide::notify {
namespace {

// Of rows (id, request, line, part, organization, letter, state, channel, reason, attempts,
// possibly_sent_twice, due_time, create_time, update_time).
absl::StatusOr<Message> MessageOf(const pg::Row& row) {
  Message message{.id = MessageId(row.Text(0)),
                  .line = {.request = row.Text(1), .number = row.Number(2)},
                  .organization = row.Text(4),
                  .reason = row.Text(8),
                  .attempts = static_cast<int>(row.Number(9)),
                  .possibly_sent_twice = row.Bool(10),
                  .due_time = row.Time(11),
                  .create_time = row.Time(12),
                  .update_time = row.Time(13)};
  ASSIGN_OR_RETURN(message.part, ParsePart(row.Text(3)));
  ASSIGN_OR_RETURN(message.state, ParseState(row.Text(6)));
  if (!row.IsNull(7)) {
    ASSIGN_OR_RETURN(message.channel, ParseChannel(row.Text(7)));
  }
  // A letter of a version that knew more of them.
  message.letter = LetterNamed(row.Text(5)).value_or(Letter::kNews);
  return message;
}

absl::StatusOr<std::vector<Message>> MessagesOf(const pg::Result& found) {
  std::vector<Message> messages;
  for (int i = 0; i < found.rows(); ++i) {
    ASSIGN_OR_RETURN(Message message, MessageOf(found[i]));
    messages.push_back(std::move(message));
  }
  return messages;
}

pg::Param ChannelColumn(const Message& message) {
  if (!message.channel.has_value()) return std::nullopt;
  return std::string(NameOf(*message.channel));
}

}  // namespace

absl::Status InsertMessages(pg::Transaction& tx, const std::vector<Message>& messages) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO message (id, request, line, part, organization, letter, state, reason, attempts,
                         possibly_sent_twice, due_time, create_time, update_time)
    SELECT id, request, line, part, organization, letter, state, reason, 0, false, due_time,
           create_time, create_time
      FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[],
                  $7::text[], $8::text[], $9::timestamptz[], $10::timestamptz[])
           AS told (id, request, line, part, organization, letter, state, reason, due_time,
                    create_time)
        ON CONFLICT DO NOTHING)sql";
  const pg::Columns column(messages);
  return tx
      .Execute(kSql, {column([](const Message& one) { return one.id.value(); }),
                      column([](const Message& one) { return one.line.request; }),
                      column([](const Message& one) { return pg::Number(one.line.number); }),
                      column([](const Message& one) { return std::string(NameOf(one.part)); }),
                      column([](const Message& one) { return one.organization; }),
                      column([](const Message& one) { return std::string(NameOf(one.letter)); }),
                      column([](const Message& one) { return std::string(NameOf(one.state)); }),
                      column([](const Message& one) { return one.reason; }),
                      column([](const Message& one) { return pg::Time(one.due_time); }),
                      column([](const Message& one) { return pg::Time(one.create_time); })})
      .status();
}

absl::StatusOr<std::optional<Message>> LockDue(pg::Transaction& tx, absl::Time now) {
  constexpr pg::Sql kSql = R"sql(
    SELECT id, request, line, part, organization, letter, state, channel, reason, attempts,
           possibly_sent_twice, due_time, create_time, update_time
      FROM message
     WHERE state IN ('WAITING', 'SENDING') AND due_time <= $1
     ORDER BY due_time
     LIMIT 1
       FOR UPDATE SKIP LOCKED)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {pg::Time(now)}));
  if (found.rows() == 0) return std::optional<Message>();
  ASSIGN_OR_RETURN(Message message, MessageOf(found[0]));
  return std::optional<Message>(std::move(message));
}

absl::StatusOr<Message> LockMessage(pg::Transaction& tx, const MessageId& id) {
  constexpr pg::Sql kSql = R"sql(
    SELECT id, request, line, part, organization, letter, state, channel, reason, attempts,
           possibly_sent_twice, due_time, create_time, update_time
      FROM message
     WHERE id = $1
       FOR UPDATE)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {id.value()}));
  if (found.rows() == 1) return MessageOf(found[0]);
  return WithReason(absl::NotFoundError("no such message"), "MESSAGE_UNKNOWN");
}

absl::Status SaveMessage(pg::Transaction& tx, const Message& before, const Message& after) {
  constexpr pg::Sql kSql = R"sql(
    UPDATE message
       SET state = $4, channel = $5, reason = $6, attempts = $7, possibly_sent_twice = $8,
           due_time = $9, update_time = $10
     WHERE id = $1 AND state = $2 AND due_time = $3)sql";
  ASSIGN_OR_RETURN(const pg::Result saved,
                   tx.Execute(kSql, {after.id.value(), std::string(NameOf(before.state)),
                                     pg::Time(before.due_time), std::string(NameOf(after.state)),
                                     ChannelColumn(after), after.reason, pg::Number(after.attempts),
                                     pg::Bool(after.possibly_sent_twice), pg::Time(after.due_time),
                                     pg::Time(after.update_time)}));
  if (saved.affected() == 1) return absl::OkStatus();
  return WithReason(absl::AbortedError("somebody else works on it"), "CHANGED_MEANWHILE");
}

absl::StatusOr<std::vector<Message>> ListMessages(pg::Transaction& tx, const Wanted& wanted) {
  constexpr pg::Sql kSql = R"sql(
    SELECT id, request, line, part, organization, letter, state, channel, reason, attempts,
           possibly_sent_twice, due_time, create_time, update_time
      FROM message
     WHERE ($1::text IS NULL OR state = $1)
       AND (possibly_sent_twice OR NOT $2)
       AND ($3::timestamptz IS NULL OR (create_time, id) < ($3, $4::uuid))
     ORDER BY create_time DESC, id DESC
     LIMIT $5)sql";
  const pg::Param state =
      wanted.state.has_value() ? pg::Param(std::string(NameOf(*wanted.state))) : std::nullopt;
  const pg::Param before =
      wanted.before_time.has_value() ? pg::Time(*wanted.before_time) : std::nullopt;
  ASSIGN_OR_RETURN(const pg::Result found,
                   tx.Execute(kSql, {state, pg::Bool(wanted.possibly_sent_twice), before,
                                     pg::OrNull(wanted.before_id), pg::Number(wanted.limit)}));
  return MessagesOf(found);
}

}  // namespace entraide::notify
