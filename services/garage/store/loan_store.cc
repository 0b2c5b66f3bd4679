// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/store/loan_store.h"

#include <string>
#include <utility>

#include "services/garage/store/days.h"
#include "services/garage/store/refused.h"
#include "services/garage/store/words.h"
#include "services/platform/base/status.h"
#include "services/request/store/history_store.h"

namespace entraide::garage {
namespace {

int IntAt(const pg::Row& row, int column) { return static_cast<int>(row.Number(column)); }

absl::CivilDay DayIn(const pg::Row& row, int column) {
  return DayAt(row, column).value_or(absl::CivilDay());
}

// The four columns from `first` on.
std::optional<Handover> ReadHandover(const pg::Row& row, int first) {
  if (row.IsNull(first)) return std::nullopt;
  return Handover{.time = row.Time(first),
                  .mileage_km = IntAt(row, first + 1),
                  .fuel_eighths = IntAt(row, first + 2),
                  .damage = row.Text(first + 3)};
}

absl::StatusOr<Loan> ReadLoan(const pg::Row& row) {
  Loan loan{.vehicle = VehicleId(row.Text(1)),
            .first_day = DayIn(row, 2),
            .last_day = DayIn(row, 3),
            .day_cents = row.Number(4),
            .km_allowance = IntAt(row, 5),
            .extra_km_cents = row.Number(6),
            .out = ReadHandover(row, 7),
            .in = ReadHandover(row, 11),
            .written_off = row.Text(15),
            .reminder_count = IntAt(row, 16),
            .deposit_cents = row.Number(18),
            .kept_cents = row.Number(19),
            .kept_reason = row.Text(20),
            .price_cents = row.Number(21)};
  ASSIGN_OR_RETURN(loan.deposit, ParseDepositState(row.Text(17)));
  return loan;
}

void AddHandover(const std::optional<Handover>& handover, std::vector<pg::Param>& params) {
  const Handover told = handover.value_or(Handover());
  params.push_back(handover.has_value() ? pg::Time(told.time) : std::nullopt);
  params.push_back(pg::Number(told.mileage_km));
  params.push_back(pg::Number(told.fuel_eighths));
  params.push_back(told.damage);
}

absl::Status VehicleBusy() {
  return WithReason(absl::FailedPreconditionError("somebody else has the vehicle then"),
                    "VEHICLE_BUSY");
}

}  // namespace

absl::Status AddLoans(pg::Transaction& tx, const std::vector<request::RequestId>& ids, Jobs& jobs) {
  constexpr pg::Sql kSql = R"sql(
    SELECT request_id, vehicle_id, to_char(lower(days), 'YYYY-MM-DD'), to_char(upper(days) - 1, 'YYYY-MM-DD'),
           day_cents, km_allowance, extra_km_cents, out_time, out_mileage_km, out_fuel_eighths, out_damage,
           in_time, in_mileage_km, in_fuel_eighths, in_damage, written_off, reminder_count, deposit, deposit_cents,
           kept_cents, kept_reason, price_cents
      FROM loan
     WHERE request_id = ANY($1::uuid[]))sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {request::IdArray(ids)}));
  for (int i = 0; i < found.rows(); ++i) {
    ASSIGN_OR_RETURN(jobs[request::RequestId(found[i].Text(0))].progress.loan, ReadLoan(found[i]));
  }
  return absl::OkStatus();
}

absl::Status SaveLoan(pg::Transaction& tx, const request::RequestId& id, const Loan& loan) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO loan (request_id, vehicle_id, days, day_cents, km_allowance, extra_km_cents,
                      out_time, out_mileage_km, out_fuel_eighths, out_damage,
                      in_time, in_mileage_km, in_fuel_eighths, in_damage,
                      written_off, reminder_count, deposit, deposit_cents, kept_cents, kept_reason, price_cents)
    VALUES ($1, $2, daterange($3, $4, '[]'), $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,
            $16, $17, $18, $19, $20, $21, $22)
        ON CONFLICT (request_id)
           DO UPDATE SET vehicle_id = excluded.vehicle_id, days = excluded.days, day_cents = excluded.day_cents,
                         km_allowance = excluded.km_allowance, extra_km_cents = excluded.extra_km_cents,
                         out_time = excluded.out_time, out_mileage_km = excluded.out_mileage_km,
                         out_fuel_eighths = excluded.out_fuel_eighths, out_damage = excluded.out_damage,
                         in_time = excluded.in_time, in_mileage_km = excluded.in_mileage_km,
                         in_fuel_eighths = excluded.in_fuel_eighths, in_damage = excluded.in_damage,
                         written_off = excluded.written_off, reminder_count = excluded.reminder_count,
                         deposit = excluded.deposit, deposit_cents = excluded.deposit_cents,
                         kept_cents = excluded.kept_cents, kept_reason = excluded.kept_reason,
                         price_cents = excluded.price_cents)sql";
  std::vector<pg::Param> params = {id.value(),
                                   loan.vehicle.value(),
                                   DayParam(loan.first_day),
                                   DayParam(loan.last_day),
                                   pg::Number(loan.day_cents),
                                   pg::Number(loan.km_allowance),
                                   pg::Number(loan.extra_km_cents)};
  AddHandover(loan.out, params);
  AddHandover(loan.in, params);
  for (const pg::Param& param :
       {pg::Param(loan.written_off), pg::Number(loan.reminder_count),
        pg::Param(std::string(NameOf(loan.deposit))), pg::Number(loan.deposit_cents),
        pg::Number(loan.kept_cents), pg::Param(loan.kept_reason), pg::Number(loan.price_cents)}) {
    params.push_back(param);
  }
  const absl::Status saved = tx.Execute(kSql, params).status();
  const bool busy = Breaks(saved, "loan_vehicle_once") || Breaks(saved, "loan_vehicle_out_once");
  return busy ? VehicleBusy() : saved;
}

absl::StatusOr<std::vector<VehicleUse>> ListVehicleUses(pg::Transaction& tx,
                                                        const request::OrganizationId& organization,
                                                        absl::CivilDay first_day,
                                                        absl::CivilDay last_day) {
  constexpr pg::Sql kSql = R"sql(
    SELECT loan.vehicle_id, loan.request_id, to_char(lower(loan.days), 'YYYY-MM-DD'),
           to_char(upper(loan.days) - 1, 'YYYY-MM-DD'), loan.out_time IS NOT NULL AND loan.in_time IS NULL
      FROM loan
      JOIN vehicle ON vehicle.id = loan.vehicle_id
     WHERE vehicle.organization_id = $1
       AND (loan.days && daterange($2, $3, '[]') OR (loan.out_time IS NOT NULL AND loan.in_time IS NULL))
     ORDER BY loan.vehicle_id, lower(loan.days))sql";
  ASSIGN_OR_RETURN(
      const pg::Result found,
      tx.Execute(kSql, {organization.value(), DayParam(first_day), DayParam(last_day)}));
  std::vector<VehicleUse> uses;
  for (int i = 0; i < found.rows(); ++i) {
    const pg::Row row = found[i];
    uses.push_back({.vehicle = VehicleId(row.Text(0)),
                    .request = request::RequestId(row.Text(1)),
                    .first_day = DayIn(row, 2),
                    .last_day = DayIn(row, 3),
                    .is_out = row.Bool(4)});
  }
  return uses;
}

}  // namespace entraide::garage
