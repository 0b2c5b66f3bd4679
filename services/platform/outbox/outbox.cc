// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/outbox/outbox.h"

#include <utility>

#include "services/platform/base/status.h"

namespace entraide::outbox {
namespace {

// Of rows (id, position, topic, key).
std::vector<Event> EventsOf(const pg::Result& result) {
  std::vector<Event> events;
  events.reserve(static_cast<std::size_t>(result.rows()));
  for (int i = 0; i < result.rows(); ++i) {
    const pg::Row row = result[i];
    events.push_back({row.Number(0), row.Number(1), row.Text(2), row.Text(3)});
  }
  return events;
}

}  // namespace

absl::Status Append(pg::Transaction& tx, absl::string_view topic, absl::string_view key) {
  constexpr pg::Sql kSql = "INSERT INTO outbox (topic, key) VALUES ($1, $2)";
  return tx.Execute(kSql, {std::string(topic), std::string(key)}).status();
}

absl::StatusOr<int> Stamp(pg::Transaction& tx) {
  constexpr pg::Sql kFind = "SELECT id FROM outbox WHERE position IS NULL LIMIT 1";
  constexpr pg::Sql kLock = R"sql(
    SELECT pg_advisory_xact_lock(hashtextextended('entraide.outbox.' || current_schema(), 0)))sql";
  // A statement after the lock, so that it sees what the stamper before us committed. An event that
  // a worker has claimed waits for the next round.
  constexpr pg::Sql kStamp = R"sql(
    WITH unstamped AS (
      SELECT id
        FROM outbox
       WHERE position IS NULL
       ORDER BY id
       LIMIT 1000
         FOR UPDATE SKIP LOCKED),
    numbered AS (
      SELECT id, (SELECT last FROM outbox_position) + row_number() OVER (ORDER BY id) AS place
        FROM unstamped)
    UPDATE outbox
       SET position = numbered.place
      FROM numbered
     WHERE outbox.id = numbered.id)sql";
  constexpr pg::Sql kAdvance = "UPDATE outbox_position SET last = last + $1";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kFind));
  if (found.rows() == 0) return 0;
  RETURN_IF_ERROR(tx.Execute(kLock).status());
  ASSIGN_OR_RETURN(const pg::Result stamped, tx.Execute(kStamp));
  RETURN_IF_ERROR(tx.Execute(kAdvance, {pg::Number(stamped.affected())}).status());
  return static_cast<int>(stamped.affected());
}

absl::StatusOr<Extent> ReadExtent(pg::Transaction& tx) {
  constexpr pg::Sql kSql = "SELECT last, pruned FROM outbox_position";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql));
  if (found.rows() != 1) return absl::InternalError("outbox_position must have one row");
  return Extent{.last = found[0].Number(0), .pruned = found[0].Number(1)};
}

absl::StatusOr<std::int64_t> LastPosition(pg::Transaction& tx) {
  ASSIGN_OR_RETURN(const Extent extent, ReadExtent(tx));
  return extent.last;
}

absl::StatusOr<std::vector<Event>> ReadAfter(pg::Transaction& tx,
                                             const std::vector<std::string>& topics,
                                             std::int64_t position, int limit) {
  constexpr pg::Sql kSql = R"sql(
    SELECT id, position, topic, key
      FROM outbox
     WHERE topic = ANY ($1::text[]) AND position > $2
     ORDER BY position
     LIMIT $3)sql";
  ASSIGN_OR_RETURN(
      const pg::Result found,
      tx.Execute(kSql, {pg::TextArray(topics), pg::Number(position), pg::Number(limit)}));
  return EventsOf(found);
}

absl::StatusOr<std::vector<Event>> Claim(pg::Transaction& tx, absl::string_view topic, int limit) {
  constexpr pg::Sql kSql = R"sql(
    SELECT id, position, topic, key
      FROM outbox
     WHERE topic = $1 AND done_time IS NULL
     ORDER BY id
     LIMIT $2
       FOR UPDATE SKIP LOCKED)sql";
  ASSIGN_OR_RETURN(const pg::Result found,
                   tx.Execute(kSql, {std::string(topic), pg::Number(limit)}));
  return EventsOf(found);
}

absl::Status MarkDone(pg::Transaction& tx, const Event& event) {
  constexpr pg::Sql kSql = R"sql(
    UPDATE outbox SET done_time = now() WHERE id = $1 AND done_time IS NULL)sql";
  ASSIGN_OR_RETURN(const pg::Result done, tx.Execute(kSql, {pg::Number(event.id)}));
  if (done.affected() == 1) return absl::OkStatus();
  return absl::FailedPreconditionError("the event is done already");
}

absl::StatusOr<int> Prune(pg::Transaction& tx, const std::vector<std::string>& claimed) {
  constexpr pg::Sql kSql = R"sql(
    WITH old AS (
      SELECT id
        FROM outbox
       WHERE create_time < now() - interval '7 days'
         AND position IS NOT NULL
         AND (done_time IS NOT NULL OR topic <> ALL ($1::text[]))
       ORDER BY create_time
       LIMIT 1000
         FOR UPDATE SKIP LOCKED),
    gone AS (
      DELETE FROM outbox USING old WHERE outbox.id = old.id RETURNING outbox.position)
    UPDATE outbox_position
       SET pruned = greatest(pruned, (SELECT max(position) FROM gone))
     RETURNING (SELECT count(*) FROM gone))sql";
  ASSIGN_OR_RETURN(const pg::Result pruned, tx.Execute(kSql, {pg::TextArray(claimed)}));
  return pruned.rows() == 0 ? 0 : static_cast<int>(pruned[0].Number(0));
}

}  // namespace entraide::outbox
