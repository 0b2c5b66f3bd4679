// SPDX-License-Identifier: EUPL-1.2
#include "services/request/store/history_store.h"

#include <string>
#include <utility>

#include "services/platform/base/status.h"
#include "services/platform/pg/columns.h"
#include "services/request/domain/names.h"
#include "services/request/store/rows.h"

namespace entraide::request {
pg::Param IdArray(const std::vector<RequestId>& ids) {
  std::vector<std::string> texts;
  for (const RequestId& id : ids) texts.push_back(id.value());
  return pg::TextArray(texts);
}

pg::Param StateArray(const std::vector<State>& states) {
  std::vector<std::string> names;
  for (const State state : states) names.emplace_back(NameOf(state));
  return pg::TextArray(names);
}

absl::Status AppendHistory(pg::Transaction& tx, const std::vector<const Task*>& tasks) {
  // Whoever sends messages learns of each line by an event: ids, nothing else.
  constexpr pg::Sql kSql = R"sql(
    WITH added AS (
      INSERT INTO request_history (request_id, time, role, action, state, reason)
      SELECT request_id, time, role, action, state, reason
        FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[])
             WITH ORDINALITY AS line (request_id, time, role, action, state, reason, place)
       ORDER BY place
      RETURNING id, request_id
    )
    INSERT INTO outbox (topic, key)
    SELECT 'request-notice', request_id || '/' || id
      FROM added
     ORDER BY id)sql";
  struct Line {
    const RequestId& id;
    const HistoryLine& told;
  };
  std::vector<Line> lines;
  for (const Task* task : tasks) {
    for (const HistoryLine& told : task->lines) lines.push_back({task->request.id, told});
  }
  const pg::Columns column(lines);
  return tx
      .Execute(kSql, {column([](const Line& line) { return line.id.value(); }),
                      column([](const Line& line) { return pg::Time(line.told.time); }),
                      column([](const Line& line) { return std::string(NameOf(line.told.role)); }),
                      column([](const Line& line) { return line.told.action; }),
                      column([](const Line& line) { return std::string(NameOf(line.told.state)); }),
                      column([](const Line& line) { return line.told.reason; })})
      .status();
}

absl::StatusOr<HistoryLine> FindLine(pg::Transaction& tx, const RequestId& id, std::int64_t line) {
  constexpr pg::Sql kSql = R"sql(
    SELECT time, role, action, state, reason
      FROM request_history
     WHERE request_id = $1
       AND id = $2)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {id.value(), pg::Number(line)}));
  if (found.rows() == 0) {
    return WithReason(absl::NotFoundError("no such line"), "REQUEST_UNKNOWN");
  }
  return ReadLine(found[0], 0);
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
    ASSIGN_OR_RETURN(HistoryLine line, ReadLine(found[i], 1));
    histories[RequestId(found[i].Text(0))].push_back(std::move(line));
  }
  return histories;
}

}  // namespace entraide::request
