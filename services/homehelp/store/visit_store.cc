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

std::optional<absl::Time> TimeAt(const pg::Row& row, int column) {
  if (row.IsNull(column)) return std::nullopt;
  return row.Time(column);
}

std::optional<Quote> QuoteAt(const pg::Row& row, int first) {
  if (row.IsNull(first)) return std::nullopt;
  return Quote{.minutes = static_cast<int>(row.Number(first + 1)),
               .price_cents = row.Number(first + 2),
               .valid_until = row.Time(first + 3),
               .given_by = request::OrganizationId(row.Text(first)),
               .accept_time = TimeAt(row, first + 4)};
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
    SELECT request_id, start_time, duration_minutes, mode, dependent_person, child_under_three, helper, reconfirm_time,
           worked_minutes, cost_cents, quote_given_by, quote_minutes, quote_price_cents, quote_valid_until,
           quote_accept_time
      FROM visit
     WHERE request_id = ANY($1::uuid[]))sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {request::IdArray(ids)}));
  absl::flat_hash_map<request::RequestId, VisitDetails> visits;
  for (int i = 0; i < found.rows(); ++i) {
    const pg::Row row = found[i];
    VisitDetails details{.start_time = TimeAt(row, 1),
                         .duration_minutes = static_cast<int>(row.Number(2)),
                         .dependent_person = row.Bool(4),
                         .child_under_three = row.Bool(5),
                         .quote = QuoteAt(row, 10),
                         .serving = {.assignee = row.Text(6), .reconfirm_time = TimeAt(row, 7)}};
    if (!row.IsNull(8)) details.worked_minutes = static_cast<int>(row.Number(8));
    if (!row.IsNull(9)) details.cost_cents = row.Number(9);
    ASSIGN_OR_RETURN(details.mode, ParseMode(row.Text(3)));
    visits.emplace(request::RequestId(row.Text(0)), std::move(details));
  }
  return visits;
}

absl::Status SaveVisit(pg::Transaction& tx, const request::RequestId& id,
                       const VisitDetails& visit) {
  constexpr pg::Sql kSql = R"sql(
    UPDATE visit
       SET helper = $2, reconfirm_time = $3, worked_minutes = $4, cost_cents = $5, quote_given_by = $6,
           quote_minutes = $7, quote_price_cents = $8, quote_valid_until = $9, quote_accept_time = $10
     WHERE request_id = $1)sql";
  std::vector<pg::Param> params = {id.value(), pg::OrNull(visit.serving.assignee),
                                   TimeParam(visit.serving.reconfirm_time)};
  params.push_back(visit.worked_minutes.has_value() ? pg::Number(*visit.worked_minutes)
                                                    : pg::Param());
  params.push_back(visit.cost_cents.has_value() ? pg::Number(*visit.cost_cents) : pg::Param());
  if (visit.quote.has_value() && visit.quote->given_by.has_value()) {
    params.insert(params.end(),
                  {visit.quote->given_by->value(), pg::Number(visit.quote->minutes),
                   pg::Number(visit.quote->price_cents), pg::Time(visit.quote->valid_until),
                   TimeParam(visit.quote->accept_time)});
  } else {
    params.resize(10);
  }
  return tx.Execute(kSql, params).status();
}

}  // namespace entraide::homehelp
