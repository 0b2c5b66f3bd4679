// SPDX-License-Identifier: EUPL-1.2
#include "services/request/store/history_store.h"

#include <string>
#include <utility>

#include "services/platform/base/status.h"
#include "services/request/domain/names.h"

namespace entraide::request {

pg::Param IdArray(const std::vector<RequestId>& ids) {
  std::vector<std::string> texts;
  for (const RequestId& id : ids) texts.push_back(id.value());
  return pg::TextArray(texts);
}

absl::Status AppendHistory(pg::Transaction& tx, const RequestId& id,
                           const std::vector<HistoryLine>& lines) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO request_history (request_id, time, role, action, state, reason)
    VALUES ($1, $2, $3, $4, $5, $6))sql";
  for (const HistoryLine& line : lines) {
    RETURN_IF_ERROR(
        tx.Execute(kSql, {id.value(), pg::Time(line.time), std::string(NameOf(line.role)),
                          line.action, std::string(NameOf(line.state)), line.reason})
            .status());
  }
  return absl::OkStatus();
}

absl::StatusOr<Histories> LoadHistories(pg::Transaction& tx, const std::vector<RequestId>& ids) {
  constexpr pg::Sql kSql = R"sql(
    SELECT request_id, time, role, action, state, reason
      FROM request_history
     WHERE request_id = ANY($1::uuid[])
     ORDER BY id)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {IdArray(ids)}));
  Histories histories;
  for (int i = 0; i < found.rows(); ++i) {
    const pg::Row row = found[i];
    HistoryLine line{.time = row.Time(1), .action = row.Text(3), .reason = row.Text(5)};
    ASSIGN_OR_RETURN(line.role, ParseRole(row.Text(2)));
    ASSIGN_OR_RETURN(line.state, ParseState(row.Text(4)));
    histories[RequestId(row.Text(0))].push_back(std::move(line));
  }
  return histories;
}

}  // namespace entraide::request
