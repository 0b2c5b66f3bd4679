// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/store/vehicle_store.h"

#include <utility>

#include "services/garage/store/days.h"
#include "services/garage/store/refused.h"
#include "services/platform/base/status.h"

namespace entraide::garage {
namespace {

#define ENTRAIDE_VEHICLE_COLUMNS                                                    \
  "id, organization_id, revision, vehicle_class, plate, display_name, "             \
  "to_char(roadworthy_until, 'YYYY-MM-DD'), to_char(insured_until, 'YYYY-MM-DD'), " \
  "mileage_km, deposit_cents, day_cents, retired, create_time, update_time "

Vehicle ReadVehicle(const pg::Row& row) {
  return {.id = VehicleId(row.Text(0)),
          .organization = row.Text(1),
          .revision = row.Number(2),
          .vehicle_class = row.Text(3),
          .plate = row.Text(4),
          .display_name = row.Text(5),
          .roadworthy_until = DayAt(row, 6),
          .insured_until = DayAt(row, 7),
          .mileage_km = static_cast<int>(row.Number(8)),
          .deposit_cents = row.Number(9),
          .day_cents = row.Number(10),
          .retired = row.Text(11),
          .create_time = row.Time(12),
          .update_time = row.Time(13)};
}

absl::Status PlateTaken() {
  return WithReason(absl::AlreadyExistsError("another vehicle has that plate"), "PLATE_TAKEN");
}

}  // namespace

absl::StatusOr<Vehicle> InsertVehicle(pg::Transaction& tx, Vehicle vehicle) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO vehicle (id, organization_id, revision, vehicle_class, plate, display_name, roadworthy_until,
                         insured_until, mileage_km, deposit_cents, day_cents, retired, create_time, update_time)
    VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))sql";
  const absl::Status saved =
      tx.Execute(kSql,
                 {vehicle.id.value(), vehicle.organization, vehicle.vehicle_class, vehicle.plate,
                  vehicle.display_name, DayParam(vehicle.roadworthy_until),
                  DayParam(vehicle.insured_until), pg::Number(vehicle.mileage_km),
                  pg::Number(vehicle.deposit_cents), pg::Number(vehicle.day_cents), vehicle.retired,
                  pg::Time(vehicle.create_time), pg::Time(vehicle.update_time)})
          .status();
  if (absl::IsAlreadyExists(saved)) return PlateTaken();
  RETURN_IF_ERROR(saved);
  vehicle.revision = 1;
  return vehicle;
}

absl::StatusOr<Vehicle> SaveVehicle(pg::Transaction& tx, Vehicle vehicle) {
  constexpr pg::Sql kSql = R"sql(
    UPDATE vehicle
       SET revision = revision + 1, vehicle_class = $3, plate = $4, display_name = $5, roadworthy_until = $6,
           insured_until = $7, mileage_km = $8, deposit_cents = $9, day_cents = $10, retired = $11, update_time = $12
     WHERE id = $1
       AND revision = $2
    RETURNING revision)sql";
  const absl::StatusOr<pg::Result> saved =
      tx.Execute(kSql, {vehicle.id.value(), pg::Number(vehicle.revision), vehicle.vehicle_class,
                        vehicle.plate, vehicle.display_name, DayParam(vehicle.roadworthy_until),
                        DayParam(vehicle.insured_until), pg::Number(vehicle.mileage_km),
                        pg::Number(vehicle.deposit_cents), pg::Number(vehicle.day_cents),
                        vehicle.retired, pg::Time(vehicle.update_time)});
  if (absl::IsAlreadyExists(saved.status())) return PlateTaken();
  RETURN_IF_ERROR(saved.status());
  if (saved->rows() == 0) return ChangedMeanwhile();
  vehicle.revision = (*saved)[0].Number(0);
  return vehicle;
}

absl::StatusOr<Vehicle> LockVehicle(pg::Transaction& tx, const std::string& organization,
                                    const VehicleId& id) {
  constexpr pg::Sql kSql = "SELECT " ENTRAIDE_VEHICLE_COLUMNS
                           "  FROM vehicle "
                           " WHERE id = $1 "
                           "   AND organization_id = $2 "
                           "   FOR UPDATE";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {id.value(), organization}));
  if (found.rows() == 0) {
    return WithReason(absl::NotFoundError("no such vehicle"), "VEHICLE_UNKNOWN");
  }
  return ReadVehicle(found[0]);
}

absl::StatusOr<std::vector<Vehicle>> ListVehicles(pg::Transaction& tx,
                                                  const std::string& organization,
                                                  const request::Stretch& stretch) {
  constexpr pg::Sql kSql = "SELECT " ENTRAIDE_VEHICLE_COLUMNS
                           "  FROM vehicle "
                           " WHERE organization_id = $1 "
                           "   AND ($2::timestamptz IS NULL OR (create_time, id) < ($2, $3::uuid)) "
                           " ORDER BY create_time DESC, id DESC "
                           " LIMIT $4";
  const bool first = !stretch.after.has_value();
  ASSIGN_OR_RETURN(
      const pg::Result found,
      tx.Execute(kSql,
                 {organization, first ? std::nullopt : pg::Time(stretch.after->time),
                  first ? std::nullopt : pg::Param(stretch.after->id), pg::Number(stretch.limit)}));
  std::vector<Vehicle> vehicles;
  for (int i = 0; i < found.rows(); ++i) vehicles.push_back(ReadVehicle(found[i]));
  return vehicles;
}

}  // namespace entraide::garage
