// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/store/report_store.h"

#include "services/garage/store/days.h"
#include "services/platform/base/status.h"
#include "services/request/store/history_store.h"

namespace entraide::garage {

absl::Status AddReports(pg::Transaction& tx, const std::vector<request::RequestId>& ids,
                        Jobs& jobs) {
  constexpr pg::Sql kSql = R"sql(
    SELECT request_id, text, recommended_kinds, to_prescriber, consent
      FROM report
     WHERE request_id = ANY($1::uuid[]))sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {request::IdArray(ids)}));
  for (int i = 0; i < found.rows(); ++i) {
    const pg::Row row = found[i];
    jobs[request::RequestId(row.Text(0))].progress.report =
        Report{.text = row.Text(1),
               .recommended_kinds = row.TextArray(2),
               .to_prescriber = row.Bool(3),
               .consent = row.Text(4)};
  }
  return absl::OkStatus();
}

absl::Status SaveReport(pg::Transaction& tx, const request::RequestId& id, const Report& report) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO report (request_id, text, recommended_kinds, to_prescriber, consent)
    VALUES ($1, $2, $3, $4, $5))sql";
  return tx
      .Execute(kSql, {id.value(), report.text, pg::TextArray(report.recommended_kinds),
                      pg::Bool(report.to_prescriber), report.consent})
      .status();
}

absl::Status AddParts(pg::Transaction& tx, const std::vector<request::RequestId>& ids, Jobs& jobs) {
  constexpr pg::Sql kSql = R"sql(
    SELECT request_id, price_cents, to_char(keep_until, 'YYYY-MM-DD')
      FROM part_kept
     WHERE request_id = ANY($1::uuid[]))sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {request::IdArray(ids)}));
  for (int i = 0; i < found.rows(); ++i) {
    const pg::Row row = found[i];
    jobs[request::RequestId(row.Text(0))].progress.part = PartKept{
        .price_cents = row.Number(1), .keep_until = DayAt(row, 2).value_or(absl::CivilDay())};
  }
  return absl::OkStatus();
}

absl::Status SavePart(pg::Transaction& tx, const request::RequestId& id, const PartKept& part) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO part_kept (request_id, price_cents, keep_until)
    VALUES ($1, $2, $3))sql";
  return tx.Execute(kSql, {id.value(), pg::Number(part.price_cents), DayParam(part.keep_until)})
      .status();
}

}  // namespace entraide::garage
