// SPDX-License-Identifier: EUPL-1.2
#include "services/rides/store/ride_store.h"

#include <utility>

#include "services/platform/base/status.h"
#include "services/platform/pg/columns.h"
#include "services/request/domain/names.h"
#include "services/request/domain/paris.h"
#include "services/request/store/history_store.h"

namespace entraide::rides {
namespace {

pg::Param TimeParam(const std::optional<absl::Time>& time) {
  if (!time.has_value()) return std::nullopt;
  return pg::Time(*time);
}

std::optional<absl::Time> TimeAt(const pg::Row& row, int column) {
  if (row.IsNull(column)) return std::nullopt;
  return row.Time(column);
}

std::optional<Way> WayAt(const pg::Row& row, int first) {
  if (row.IsNull(first)) return std::nullopt;
  return Way{.approach_meters = row.Number(first),
             .loaded_meters = row.Number(first + 1),
             .return_meters = row.Number(first + 2)};
}

std::optional<Receipt> ReceiptAt(const pg::Row& row, int first) {
  if (row.IsNull(first)) return std::nullopt;
  Receipt receipt{.number = row.Number(first),
                  .tariff = {.millieuros_per_km = row.Number(first + 2),
                             .third_party_cents = row.Number(first + 3)},
                  .cost = {.indemnity_cents = row.Number(first + 5),
                           .rider_share_cents = row.Number(first + 6)}};
  if (!row.IsNull(first + 4)) receipt.tariff.ceiling_cents = row.Number(first + 4);
  receipt.day = request::ParseDay(row.Text(first + 1)).value_or(receipt.day);
  return receipt;
}

}  // namespace

absl::Status PutRides(pg::Transaction& tx,
                      const absl::flat_hash_map<request::RequestId, RideDetails>& rides) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO ride (request_id, purpose, pickup_commune, dropoff_commune, pickup_time, return_time,
                      passenger_count, minor_alone, health_insurance_paid)
    SELECT request_id, purpose, pickup_commune, dropoff_commune, pickup_time, return_time,
           passenger_count, minor_alone, health_insurance_paid
      FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[],
                  $7::integer[], $8::boolean[], $9::text[])
           AS filed (request_id, purpose, pickup_commune, dropoff_commune, pickup_time, return_time,
                     passenger_count, minor_alone, health_insurance_paid)
    ON CONFLICT (request_id) DO UPDATE
       SET purpose = excluded.purpose, pickup_commune = excluded.pickup_commune,
           dropoff_commune = excluded.dropoff_commune, pickup_time = excluded.pickup_time,
           return_time = excluded.return_time, passenger_count = excluded.passenger_count,
           minor_alone = excluded.minor_alone, health_insurance_paid = excluded.health_insurance_paid)sql";
  const pg::Columns column(rides);
  return tx
      .Execute(kSql,
               {column([](const auto& each) { return each.first.value(); }),
                column([](const auto& each) { return each.second.purpose; }),
                column([](const auto& each) { return each.second.pickup_commune; }),
                column([](const auto& each) { return each.second.dropoff_commune; }),
                column([](const auto& each) { return TimeParam(each.second.pickup_time); }),
                column([](const auto& each) { return TimeParam(each.second.return_time); }),
                column([](const auto& each) { return pg::Number(each.second.passenger_count); }),
                column([](const auto& each) { return pg::Bool(each.second.minor_alone); }),
                column([](const auto& each) { return NameOf(each.second.insurance_paid); })})
      .status();
}

absl::StatusOr<absl::flat_hash_map<request::RequestId, RideDetails>> LoadRides(
    pg::Transaction& tx, const std::vector<request::RequestId>& ids) {
  constexpr pg::Sql kSql = R"sql(
    SELECT ride.request_id, purpose, pickup_commune, dropoff_commune, pickup_time, return_time,
           passenger_count, minor_alone, health_insurance_paid, driver, reconfirm_time,
           approach_meters, loaded_meters, return_meters, number, day::text, millieuros_per_km, third_party_cents,
           ceiling_cents, indemnity_cents, rider_share_cents, other.id, other.state, other.start_time
      FROM ride
      JOIN request ON request.id = ride.request_id
      LEFT JOIN receipt ON receipt.request_id = ride.request_id
      LEFT JOIN request AS other ON other.filed_with = request.id OR other.id = request.filed_with
     WHERE ride.request_id = ANY($1::uuid[]))sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {request::IdArray(ids)}));
  absl::flat_hash_map<request::RequestId, RideDetails> rides;
  for (int i = 0; i < found.rows(); ++i) {
    const pg::Row row = found[i];
    RideDetails details{.purpose = row.Text(1),
                        .pickup_commune = row.Text(2),
                        .dropoff_commune = row.Text(3),
                        .pickup_time = row.Time(4),
                        .return_time = TimeAt(row, 5),
                        .passenger_count = static_cast<int>(row.Number(6)),
                        .minor_alone = row.Bool(7),
                        .serving = {.assignee = row.Text(9), .reconfirm_time = TimeAt(row, 10)},
                        .driven = WayAt(row, 11),
                        .receipt = ReceiptAt(row, 14)};
    ASSIGN_OR_RETURN(details.insurance_paid, ParseInsurancePaid(row.Text(8)));
    if (!row.IsNull(21)) {
      OtherLeg& other = details.other_leg.emplace();
      other = {.id = request::RequestId(row.Text(21)), .pickup_time = row.Time(23)};
      ASSIGN_OR_RETURN(other.state, request::ParseState(row.Text(22)));
    }
    rides.emplace(request::RequestId(row.Text(0)), std::move(details));
  }
  return rides;
}

}  // namespace entraide::rides
