// SPDX-License-Identifier: EUPL-1.2
#include "services/homehelp/store/visit_store.h"

#include <utility>

#include "services/platform/base/status.h"
#include "services/request/store/history_store.h"

namespace entraide::homehelp {
namespace {

pg::Param TimeParam(const std::optional<absl::Time>& time) {
  if (!time.has_value()) return std::nullopt;
  return pg::Time(*time);
}

}  // namespace

absl::Status InsertVisit(pg::Transaction& tx, const request::RequestId& id,
                         const VisitDetails& details) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO visit (request_id, start_time, duration_minutes, mode, dependent_person, child_under_three)
    VALUES ($1, $2, $3, $4, $5, $6))sql";
  return tx
      .Execute(kSql, {id.value(), TimeParam(details.start_time),
                      pg::Number(details.duration_minutes), NameOf(details.mode),
                      pg::Bool(details.dependent_person), pg::Bool(details.child_under_three)})
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
