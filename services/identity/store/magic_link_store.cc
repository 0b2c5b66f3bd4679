// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/store/magic_link_store.h"

#include "services/platform/base/status.h"

namespace entraide::identity {

absl::Status InsertLink(pg::Transaction& tx, const NewLink& link, const Email& email,
                        DemoGrants demo) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO magic_link (id, person_id, browser_hash, code_hash, expire_time, next_mail_time)
    VALUES ($1,
            (SELECT p.id
               FROM person p
              WHERE p.email = $2
                AND EXISTS (SELECT FROM role_grant g
                             WHERE g.person_id = p.id AND (NOT g.demo OR $3))),
            $4, $5, $6, $7))sql";
  return tx
      .Execute(kSql, {link.id.value(), email.value(), pg::Bool(demo == DemoGrants::kOpen),
                      pg::Bytes(link.browser_hash), pg::Bytes(link.code_hash),
                      pg::Time(link.now + kLinkLifetime), pg::Time(link.now)})
      .status();
}

absl::StatusOr<std::optional<MagicLink>> TryLink(pg::Transaction& tx,
                                                 const std::string& browser_hash, absl::Time now) {
  constexpr pg::Sql kSql = R"sql(
    UPDATE magic_link
       SET tries = tries + 1
     WHERE browser_hash = $1 AND expire_time > $2 AND tries < $3
 RETURNING id, person_id, code_hash)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {pg::Bytes(browser_hash), pg::Time(now),
                                                             pg::Number(kLinkTries)}));
  if (found.rows() == 0) return std::optional<MagicLink>();
  const pg::Row row = found[0];
  MagicLink link{.id = LinkId(row.Text(0)), .code_hash = row.Bytes(2)};
  if (!row.IsNull(1)) link.person = PersonId(row.Text(1));
  return std::optional<MagicLink>(std::move(link));
}

absl::Status DeleteLink(pg::Transaction& tx, const LinkId& id) {
  constexpr pg::Sql kSql = "DELETE FROM magic_link WHERE id = $1";
  return tx.Execute(kSql, {id.value()}).status();
}

absl::StatusOr<std::vector<DueMail>> ClaimMails(pg::Transaction& tx, absl::Time now,
                                                absl::Time next, int limit) {
  constexpr pg::Sql kSql = R"sql(
    UPDATE magic_link l
       SET next_mail_time = $2
      FROM person p
     WHERE p.id = l.person_id
       AND l.id IN (SELECT id
                      FROM magic_link
                     WHERE mail_time IS NULL AND person_id IS NOT NULL
                       AND next_mail_time <= $1 AND expire_time > $1
                  ORDER BY next_mail_time
                     LIMIT $3
                       FOR UPDATE SKIP LOCKED)
 RETURNING l.id, p.email)sql";
  ASSIGN_OR_RETURN(const pg::Result found,
                   tx.Execute(kSql, {pg::Time(now), pg::Time(next), pg::Number(limit)}));
  std::vector<DueMail> due;
  for (int i = 0; i < found.rows(); ++i) {
    const pg::Row row = found[i];
    due.push_back({.link = LinkId(row.Text(0)), .email = row.Text(1)});
  }
  return due;
}

absl::Status MarkMailed(pg::Transaction& tx, const LinkId& id, absl::Time now) {
  constexpr pg::Sql kSql = "UPDATE magic_link SET mail_time = $2 WHERE id = $1";
  return tx.Execute(kSql, {id.value(), pg::Time(now)}).status();
}

}  // namespace entraide::identity
