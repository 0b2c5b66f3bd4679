// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "entraide/garage/v1/vehicle.pb.h"
#include "services/garage/domain/vehicle.h"
#include "services/garage/domain/workshop.h"
#include "services/platform/base/violations.h"

namespace entraide::garage {

// INVALID_ARGUMENT FIELDS_INVALID on `field`: not
// `organizations/{organization}/vehicles/{vehicle}`. NOT_FOUND VEHICLE_UNKNOWN: of another
// organization.
absl::StatusOr<VehicleId> ParseVehicleName(absl::string_view name, absl::string_view organization,
                                           absl::string_view field);
std::string VehicleNameOf(absl::string_view organization, const VehicleId& id);

// What is said, without identity; malformed dates are reported.
Vehicle ParseVehicle(const v1::Vehicle& proto, Violations& violations);
v1::Vehicle ToProto(const Vehicle& vehicle);

// Not seven numbers is reported.
Workshop ParseWorkshop(const v1::Workshop& proto, Violations& violations);
v1::Workshop ToProto(const Workshop& workshop);

}  // namespace entraide::garage
