// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/store/link_store.h"

#include "services/platform/base/status.h"
#include "services/platform/pg/columns.h"

namespace entraide::notify {

absl::Status InsertLinks(pg::Transaction& tx, const MessageId& message,
                         const std::vector<NewLink>& links) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO link (code_hash, message_id, action, expire_time)
    SELECT code_hash, $1, action, expire_time
      FROM unnest($2::bytea[], $3::text[], $4::timestamptz[])
           AS made (code_hash, action, expire_time)
        ON CONFLICT DO NOTHING)sql";
  const pg::Columns column(links);
  return tx
      .Execute(kSql, {message.value(),
                      column([](const NewLink& link) { return pg::Bytes(link.code_hash); }),
                      column([](const NewLink& link) { return std::string(NameOf(link.action)); }),
                      column([](const NewLink& link) { return pg::Time(link.expire_time); })})
      .status();
}

absl::StatusOr<std::optional<Link>> FindLink(pg::Transaction& tx, const std::string& code_hash,
                                             LinkAction action, absl::Time now) {
  constexpr pg::Sql kSql = R"sql(
    SELECT message_id, use_time
      FROM link
     WHERE code_hash = $1 AND action = $2 AND expire_time > $3)sql";
  ASSIGN_OR_RETURN(
      const pg::Result found,
      tx.Execute(kSql, {pg::Bytes(code_hash), std::string(NameOf(action)), pg::Time(now)}));
  if (found.rows() == 0) return std::optional<Link>();
  return std::optional<Link>(
      Link{.message = MessageId(found[0].Text(0)), .used = !found[0].IsNull(1)});
}

absl::Status MarkLinkUsed(pg::Transaction& tx, const std::string& code_hash, absl::Time now) {
  constexpr pg::Sql kSql = R"sql(
    UPDATE link SET use_time = $2 WHERE code_hash = $1 AND use_time IS NULL)sql";
  return tx.Execute(kSql, {pg::Bytes(code_hash), pg::Time(now)}).status();
}

absl::Status Unsubscribe(pg::Transaction& tx, const std::string& address_hash, absl::Time now) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO unsubscribed (address_hash, create_time) VALUES ($1, $2)
        ON CONFLICT DO NOTHING)sql";
  return tx.Execute(kSql, {pg::Bytes(address_hash), pg::Time(now)}).status();
}

absl::StatusOr<bool> IsUnsubscribed(pg::Transaction& tx, const std::string& address_hash) {
  constexpr pg::Sql kSql = "SELECT address_hash FROM unsubscribed WHERE address_hash = $1";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {pg::Bytes(address_hash)}));
  return found.rows() == 1;
}

}  // namespace entraide::notify
