// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/garage/domain/vehicle.h"
#include "services/platform/pg/transaction.h"
#include "services/request/store/list_store.h"

namespace entraide::garage {

// ALREADY_EXISTS PLATE_TAKEN: the organization has a vehicle of that plate.
absl::StatusOr<Vehicle> InsertVehicle(pg::Transaction& tx, Vehicle vehicle);
// ABORTED CHANGED_MEANWHILE if it is no longer at `vehicle.revision`; PLATE_TAKEN.
absl::StatusOr<Vehicle> SaveVehicle(pg::Transaction& tx, Vehicle vehicle);

// NOT_FOUND VEHICLE_UNKNOWN: no such vehicle, or another organization's. Kept from others until
// `tx` ends, so that who reserves it comes one after the other.
absl::StatusOr<Vehicle> LockVehicle(pg::Transaction& tx, const std::string& organization,
                                    const VehicleId& id);

// Those of an organization, the last created first.
absl::StatusOr<std::vector<Vehicle>> ListVehicles(pg::Transaction& tx,
                                                  const std::string& organization,
                                                  const request::Stretch& stretch);

}  // namespace entraide::garage
