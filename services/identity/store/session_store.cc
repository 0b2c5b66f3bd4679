// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/store/session_store.h"

#include <utility>

#include "services/identity/store/grant_store.h"
#include "services/platform/base/status.h"

namespace entraide::identity {

absl::Status InsertSession(pg::Transaction& tx, const Session& session) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO session (token_hash, grant_id, idle_time, expire_time)
    VALUES ($1, $2, $3, $4))sql";
  return tx
      .Execute(kSql, {pg::Bytes(session.token_hash), session.grant.id.value(),
                      pg::Time(session.idle_time), pg::Time(session.expire_time)})
      .status();
}

absl::StatusOr<std::optional<Session>> FindSession(pg::Transaction& tx,
                                                   const std::string& token_hash, absl::Time now) {
  constexpr pg::Sql kSql = R"sql(
    SELECT g.id, g.person_id, g.role, g.organization, g.epci_siren, g.demo, s.idle_time,
           s.expire_time
      FROM session s
      JOIN role_grant g ON g.id = s.grant_id
     WHERE s.token_hash = $1 AND s.idle_time > $2 AND s.expire_time > $2)sql";
  ASSIGN_OR_RETURN(const pg::Result found,
                   tx.Execute(kSql, {pg::Bytes(token_hash), pg::Time(now)}));
  if (found.rows() == 0) return std::optional<Session>();
  const pg::Row row = found[0];
  ASSIGN_OR_RETURN(const Role role, ParseRoleWord(row.Text(2)));
  Grant grant{.id = GrantId(row.Text(0)),
              .person = PersonId(row.Text(1)),
              .role = role,
              .organization = row.Text(3),
              .epci_siren = row.Text(4),
              .demo = row.Bool(5)};
  return std::optional<Session>(Session{.token_hash = token_hash,
                                        .grant = std::move(grant),
                                        .idle_time = row.Time(6),
                                        .expire_time = row.Time(7)});
}

absl::Status TouchSession(pg::Transaction& tx, const std::string& token_hash,
                          absl::Time idle_time) {
  constexpr pg::Sql kSql = R"sql(
    UPDATE session
       SET idle_time = GREATEST(idle_time, LEAST(expire_time, $2))
     WHERE token_hash = $1)sql";
  return tx.Execute(kSql, {pg::Bytes(token_hash), pg::Time(idle_time)}).status();
}

absl::Status DeleteSession(pg::Transaction& tx, const std::string& token_hash) {
  constexpr pg::Sql kSql = "DELETE FROM session WHERE token_hash = $1";
  return tx.Execute(kSql, {pg::Bytes(token_hash)}).status();
}

}  // namespace entraide::identity
