// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/store/announced_store.h"

#include "services/platform/base/status.h"
#include "services/platform/pg/columns.h"

namespace entraide::notify {

absl::Status NoteLines(pg::Transaction& tx, const std::vector<Line>& lines, absl::Time now) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO announced (request, line, due_time, create_time)
    SELECT request, line, $3, $3
      FROM unnest($1::text[], $2::bigint[]) AS told (request, line)
        ON CONFLICT DO NOTHING)sql";
  const pg::Columns column(lines);
  return tx
      .Execute(kSql,
               {column([](const Line& line) { return line.request; }),
                column([](const Line& line) { return pg::Number(line.number); }), pg::Time(now)})
      .status();
}

absl::StatusOr<std::optional<DueLine>> ClaimLine(pg::Transaction& tx, absl::Time now,
                                                 absl::Time lease) {
  constexpr pg::Sql kSql = R"sql(
    UPDATE announced
       SET due_time = $2, attempts = attempts + 1
     WHERE (request, line) IN (SELECT request, line
                                 FROM announced
                                WHERE done_time IS NULL AND due_time <= $1
                             ORDER BY due_time
                                LIMIT 1
                                  FOR UPDATE SKIP LOCKED)
 RETURNING request, line, attempts)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {pg::Time(now), pg::Time(lease)}));
  if (found.rows() == 0) return std::optional<DueLine>();
  const pg::Row row = found[0];
  return std::optional<DueLine>(DueLine{.line = {.request = row.Text(0), .number = row.Number(1)},
                                        .attempts = static_cast<int>(row.Number(2))});
}

absl::Status PostponeLine(pg::Transaction& tx, const Line& line, absl::Time due_time) {
  constexpr pg::Sql kSql = R"sql(
    UPDATE announced SET due_time = $3 WHERE request = $1 AND line = $2 AND done_time IS NULL)sql";
  return tx.Execute(kSql, {line.request, pg::Number(line.number), pg::Time(due_time)}).status();
}

absl::Status MarkLineDone(pg::Transaction& tx, const Line& line, absl::Time now) {
  constexpr pg::Sql kSql = R"sql(
    UPDATE announced SET done_time = $3 WHERE request = $1 AND line = $2 AND done_time IS NULL)sql";
  return tx.Execute(kSql, {line.request, pg::Number(line.number), pg::Time(now)}).status();
}

absl::StatusOr<int> ForgetLines(pg::Transaction& tx, absl::Time before) {
  constexpr pg::Sql kMessages = R"sql(
    WITH old AS (
      SELECT request, line
        FROM announced a
       WHERE done_time < $1
         AND NOT EXISTS (SELECT FROM message m
                          WHERE m.request = a.request AND m.line = a.line
                            AND m.state NOT IN ('SENT', 'DROPPED'))
       ORDER BY done_time
       LIMIT 1000)
    DELETE FROM message m USING old WHERE m.request = old.request AND m.line = old.line)sql";
  constexpr pg::Sql kLines = R"sql(
    DELETE FROM announced
     WHERE (request, line) IN (SELECT request, line
                                 FROM announced a
                                WHERE done_time < $1
                                  AND NOT EXISTS (SELECT FROM message m
                                                   WHERE m.request = a.request AND m.line = a.line)
                                LIMIT 1000))sql";
  RETURN_IF_ERROR(tx.Execute(kMessages, {pg::Time(before)}).status());
  ASSIGN_OR_RETURN(const pg::Result gone, tx.Execute(kLines, {pg::Time(before)}));
  return static_cast<int>(gone.affected());
}

}  // namespace entraide::notify
