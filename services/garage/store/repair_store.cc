// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/store/repair_store.h"

#include <cstddef>
#include <string>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "services/garage/store/days.h"
#include "services/garage/store/words.h"
#include "services/platform/base/status.h"
#include "services/request/store/history_store.h"

namespace entraide::garage {
namespace {

pg::Param FundersArray(const std::vector<Share>& shares) {
  std::vector<std::string> texts;
  for (const Share& share : shares) texts.push_back(share.funder);
  return pg::TextArray(texts);
}

pg::Param CentsArray(const std::vector<Share>& shares) {
  std::vector<std::string> texts;
  for (const Share& share : shares) texts.push_back(absl::StrCat(share.cents));
  return pg::TextArray(texts);
}

pg::Param StatesArray(const std::vector<Share>& shares) {
  std::vector<std::string> texts;
  for (const Share& share : shares) texts.emplace_back(NameOf(share.state));
  return pg::TextArray(texts);
}

absl::StatusOr<std::vector<Share>> ReadShares(const std::vector<std::string>& funders,
                                              const std::vector<std::string>& cents) {
  std::vector<Share> shares;
  for (std::size_t i = 0; i < funders.size() && i < cents.size(); ++i) {
    Share share{.funder = funders[i], .state = ShareState::kGranted};
    if (!absl::SimpleAtoi(cents[i], &share.cents)) return absl::DataLossError("no amount");
    shares.push_back(std::move(share));
  }
  return shares;
}

int IntAt(const pg::Row& row, int column) { return static_cast<int>(row.Number(column)); }

absl::StatusOr<Quote> ReadQuote(const pg::Row& row) {
  Quote quote{.version = IntAt(row, 1),
              .work_minutes = IntAt(row, 2),
              .hourly_rate_cents = row.Number(3),
              .parts_cents = row.Number(4),
              .total_cents = row.Number(5),
              .valid_until = DayAt(row, 6)};
  ASSIGN_OR_RETURN(quote.shares, ReadShares(row.TextArray(7), row.TextArray(8)));
  const std::vector<std::string> states = row.TextArray(9);
  for (std::size_t i = 0; i < quote.shares.size() && i < states.size(); ++i) {
    ASSIGN_OR_RETURN(quote.shares[i].state, ParseShareState(states[i]));
  }
  return quote;
}

absl::StatusOr<Repair> ReadRepair(const pg::Row& row) {
  Repair repair{.mileage_km = IntAt(row, 1),
                .parts_day = DayAt(row, 2),
                .outcome_reason = row.Text(4),
                .cost_cents = row.Number(5),
                .invoice = row.Text(6)};
  ASSIGN_OR_RETURN(repair.outcome, ParseOutcome(row.Text(3)));
  ASSIGN_OR_RETURN(repair.bill, ReadShares(row.TextArray(7), row.TextArray(8)));
  return repair;
}

}  // namespace

absl::Status AddAppointments(pg::Transaction& tx, const std::vector<request::RequestId>& ids,
                             Jobs& jobs) {
  constexpr pg::Sql kSql = R"sql(
    SELECT request_id, place, number, lower(period), upper(period)
      FROM booking
     WHERE request_id = ANY($1::uuid[]))sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {request::IdArray(ids)}));
  for (int i = 0; i < found.rows(); ++i) {
    const pg::Row row = found[i];
    Appointment appointment{.number = IntAt(row, 2), .start = row.Time(3), .end = row.Time(4)};
    ASSIGN_OR_RETURN(appointment.place, ParsePlace(row.Text(1)));
    jobs[request::RequestId(row.Text(0))].progress.appointment = appointment;
  }
  return absl::OkStatus();
}

absl::Status AddRepairs(pg::Transaction& tx, const std::vector<request::RequestId>& ids,
                        Jobs& jobs) {
  constexpr pg::Sql kSql = R"sql(
    SELECT request_id, mileage_km, to_char(parts_day, 'YYYY-MM-DD'), outcome, outcome_reason, cost_cents, invoice,
           bill_funders, bill_cents::text[]
      FROM repair
     WHERE request_id = ANY($1::uuid[]))sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {request::IdArray(ids)}));
  for (int i = 0; i < found.rows(); ++i) {
    ASSIGN_OR_RETURN(jobs[request::RequestId(found[i].Text(0))].progress.repair,
                     ReadRepair(found[i]));
  }
  return absl::OkStatus();
}

absl::Status AddQuotes(pg::Transaction& tx, const std::vector<request::RequestId>& ids,
                       Jobs& jobs) {
  constexpr pg::Sql kSql = R"sql(
    SELECT DISTINCT ON (request_id)
           request_id, version, work_minutes, hourly_rate_cents, parts_cents, total_cents,
           to_char(valid_until, 'YYYY-MM-DD'), share_funders, share_cents::text[], share_states
      FROM quote
     WHERE request_id = ANY($1::uuid[])
     ORDER BY request_id, version DESC)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {request::IdArray(ids)}));
  for (int i = 0; i < found.rows(); ++i) {
    ASSIGN_OR_RETURN(jobs[request::RequestId(found[i].Text(0))].progress.quote,
                     ReadQuote(found[i]));
  }
  return absl::OkStatus();
}

absl::Status SaveRepair(pg::Transaction& tx, const request::RequestId& id, const Repair& repair) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO repair (request_id, mileage_km, parts_day, outcome, outcome_reason, cost_cents, invoice,
                        bill_funders, bill_cents)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::bigint[])
        ON CONFLICT (request_id)
           DO UPDATE SET mileage_km = excluded.mileage_km, parts_day = excluded.parts_day, outcome = excluded.outcome,
                         outcome_reason = excluded.outcome_reason, cost_cents = excluded.cost_cents,
                         invoice = excluded.invoice, bill_funders = excluded.bill_funders,
                         bill_cents = excluded.bill_cents)sql";
  return tx
      .Execute(kSql, {id.value(), pg::Number(repair.mileage_km), DayParam(repair.parts_day),
                      std::string(NameOf(repair.outcome)), repair.outcome_reason,
                      pg::Number(repair.cost_cents), repair.invoice, FundersArray(repair.bill),
                      CentsArray(repair.bill)})
      .status();
}

absl::Status SaveQuote(pg::Transaction& tx, const request::RequestId& id, const Quote& quote) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO quote (request_id, version, work_minutes, hourly_rate_cents, parts_cents, total_cents, valid_until,
                       share_funders, share_cents, share_states)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::bigint[], $10)
        ON CONFLICT (request_id, version)
           DO UPDATE SET share_cents = excluded.share_cents, share_states = excluded.share_states)sql";
  return tx
      .Execute(kSql,
               {id.value(), pg::Number(quote.version), pg::Number(quote.work_minutes),
                pg::Number(quote.hourly_rate_cents), pg::Number(quote.parts_cents),
                pg::Number(quote.total_cents), DayParam(quote.valid_until),
                FundersArray(quote.shares), CentsArray(quote.shares), StatesArray(quote.shares)})
      .status();
}

}  // namespace entraide::garage
