// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/store/sweep_store.h"

#include "services/platform/base/status.h"

namespace entraide::identity {

absl::Status Sweep(pg::Transaction& tx, absl::Time now) {
  constexpr pg::Sql kLinks = "DELETE FROM magic_link WHERE expire_time <= $1";
  constexpr pg::Sql kSessions = "DELETE FROM session WHERE idle_time <= $1";
  constexpr pg::Sql kQuotas = "DELETE FROM mail_quota WHERE window_time <= $1";
  constexpr pg::Sql kPersons = R"sql(
    DELETE FROM person p
     WHERE NOT EXISTS (SELECT FROM role_grant g WHERE g.person_id = p.id))sql";
  RETURN_IF_ERROR(tx.Execute(kLinks, {pg::Time(now)}).status());
  RETURN_IF_ERROR(tx.Execute(kSessions, {pg::Time(now)}).status());
  RETURN_IF_ERROR(tx.Execute(kQuotas, {pg::Time(now - absl::Hours(1))}).status());
  return tx.Execute(kPersons).status();
}

}  // namespace entraide::identity
