// SPDX-License-Identifier: EUPL-1.2
#include "services/request/store/due_store.h"

#include "services/platform/base/status.h"

namespace entraide::request {

absl::StatusOr<std::vector<RequestId>> ListDue(pg::Transaction& tx, absl::Time now, int limit) {
  constexpr pg::Sql kSql = R"sql(
    SELECT id
      FROM request
     WHERE wake_time <= $1
     ORDER BY wake_time, id
     LIMIT $2)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {pg::Time(now), pg::Number(limit)}));
  std::vector<RequestId> due;
  for (int i = 0; i < found.rows(); ++i) due.emplace_back(found[i].Text(0));
  return due;
}

absl::Status Postpone(pg::Transaction& tx, const RequestId& id, absl::Time now, absl::Time until) {
  constexpr pg::Sql kSql = R"sql(
    UPDATE request
       SET wake_time = $3
     WHERE id = $1
       AND wake_time <= $2)sql";
  return tx.Execute(kSql, {id.value(), pg::Time(now), pg::Time(until)}).status();
}

}  // namespace entraide::request
