// SPDX-License-Identifier: EUPL-1.2
#include "services/rides/store/ride_store.h"

#include <utility>

#include "services/platform/base/status.h"
#include "services/request/store/history_store.h"

namespace entraide::rides {
namespace {

pg::Param TimeParam(const std::optional<absl::Time>& time) {
  if (!time.has_value()) return std::nullopt;
  return pg::Time(*time);
}

}  // namespace

absl::Status InsertRide(pg::Transaction& tx, const request::RequestId& id,
                        const RideDetails& details) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO ride (request_id, purpose, pickup_commune, dropoff_commune, pickup_time, return_time,
                      passenger_count, minor_alone, health_insurance_paid)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql";
  return tx
      .Execute(kSql, {id.value(), details.purpose, details.pickup_commune, details.dropoff_commune,
                      TimeParam(details.pickup_time), TimeParam(details.return_time),
                      pg::Number(details.passenger_count), pg::Bool(details.minor_alone),
                      NameOf(details.insurance_paid)})
      .status();
}

absl::StatusOr<absl::flat_hash_map<request::RequestId, RideDetails>> LoadRides(
    pg::Transaction& tx, const std::vector<request::RequestId>& ids) {
  constexpr pg::Sql kSql = R"sql(
    SELECT request_id, purpose, pickup_commune, dropoff_commune, pickup_time, return_time,
           passenger_count, minor_alone, health_insurance_paid
      FROM ride
     WHERE request_id = ANY($1::uuid[]))sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {request::IdArray(ids)}));
  absl::flat_hash_map<request::RequestId, RideDetails> rides;
  for (int i = 0; i < found.rows(); ++i) {
    const pg::Row row = found[i];
    RideDetails details{.purpose = row.Text(1),
                        .pickup_commune = row.Text(2),
                        .dropoff_commune = row.Text(3),
                        .pickup_time = row.Time(4),
                        .passenger_count = static_cast<int>(row.Number(6)),
                        .minor_alone = row.Bool(7)};
    if (!row.IsNull(5)) details.return_time = row.Time(5);
    ASSIGN_OR_RETURN(details.insurance_paid, ParseInsurancePaid(row.Text(8)));
    rides.emplace(request::RequestId(row.Text(0)), std::move(details));
  }
  return rides;
}

}  // namespace entraide::rides
