// SPDX-License-Identifier: EUPL-1.2
#include "services/homehelp/store/visit_store.h"

#include <utility>

#include "services/platform/base/status.h"
#include "services/platform/pg/columns.h"
#include "services/request/store/history_store.h"

namespace entraide::homehelp {
namespace {

pg::Param TimeParam(const std::optional<absl::Time>& time) {
  if (!time.has_value()) return std::nullopt;
  return pg::Time(*time);
}

}  // namespace

absl::Status PutVisits(pg::Transaction& tx,
                       const absl::flat_hash_map<request::RequestId, VisitDetails>& visits) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO visit (request_id, start_time, duration_minutes, mode, dependent_person, child_under_three)
    SELECT request_id, start_time, duration_minutes, mode, dependent_person, child_under_three
      FROM unnest($1::uuid[], $2::timestamptz[], $3::integer[], $4::text[], $5::boolean[], $6::boolean[])
           AS filed (request_id, start_time, duration_minutes, mode, dependent_person, child_under_three)
    ON CONFLICT (request_id) DO UPDATE
       SET start_time = excluded.start_time, duration_minutes = excluded.duration_minutes, mode = excluded.mode,
           dependent_person = excluded.dependent_person, child_under_three = excluded.child_under_three)sql";
  const pg::Columns column(visits);
  return tx
      .Execute(kSql,
               {column([](const auto& each) { return each.first.value(); }),
                column([](const auto& each) { return TimeParam(each.second.start_time); }),
                column([](const auto& each) { return pg::Number(each.second.duration_minutes); }),
                column([](const auto& each) { return NameOf(each.second.mode); }),
                column([](const auto& each) { return pg::Bool(each.second.dependent_person); }),
                column([](const auto& each) { return pg::Bool(each.second.child_under_three); })})
      .status();
}

absl::StatusOr<absl::flat_hash_map<request::RequestId, VisitDetails>> LoadVisits(
    pg::Transaction& tx, const std::vector<request::RequestId>& ids) {
  constexpr pg::Sql kSql = R"sql(
    SELECT request_id, start_time, duration_minutes, mode, dependent_person, child_under_three
      FROM visit
     WHERE request_id = ANY($1::uuid[]))sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {request::IdArray(ids)}));
  absl::flat_hash_map<request::RequestId, VisitDetails> visits;
  for (int i = 0; i < found.rows(); ++i) {
    const pg::Row row = found[i];
    VisitDetails details{.duration_minutes = static_cast<int>(row.Number(2)),
                         .dependent_person = row.Bool(4),
                         .child_under_three = row.Bool(5)};
    if (!row.IsNull(1)) details.start_time = row.Time(1);
    ASSIGN_OR_RETURN(details.mode, ParseMode(row.Text(3)));
    visits.emplace(request::RequestId(row.Text(0)), std::move(details));
  }
  return visits;
}

}  // namespace entraide::homehelp
