// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/domain/vehicle.h"

#include <array>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "services/garage/domain/job.h"
#include "services/platform/base/status.h"
#include "services/request/domain/contact.h"

namespace entraide::garage {
namespace {

constexpr std::array<absl::string_view, 5> kRetired = {"", "STOLEN", "WRECKED", "SOLD",
                                                       "OUT_OF_USE"};

void CheckCents(Cents cents, absl::string_view field, Violations& violations) {
  if (cents < 0 || cents > kMostCents) {
    violations.Add(field, "OUT_OF_RANGE", absl::StrCat("0 to ", kMostCents));
  }
}

absl::Status NotFit(absl::string_view why) {
  return WithReason(absl::FailedPreconditionError(why), "VEHICLE_NOT_FIT");
}

bool Covers(const std::optional<absl::CivilDay>& until, absl::CivilDay day) {
  return until.has_value() && *until >= day;
}

}  // namespace

Vehicle CheckVehicle(Vehicle vehicle, Violations& violations) {
  absl::AsciiStrToUpper(&vehicle.plate);
  if (!IsVehicleClass(vehicle.vehicle_class)) {
    violations.Add("vehicle.vehicle_class",
                   vehicle.vehicle_class.empty() ? "REQUIRED" : "UNKNOWN_VALUE",
                   "one of the listed classes");
  }
  request::CheckLength(vehicle.plate, 1, 12, "vehicle.plate", violations);
  request::CheckLength(vehicle.display_name, 2, 100, "vehicle.display_name", violations);
  if (vehicle.mileage_km < 0 || vehicle.mileage_km > kMostKm) {
    violations.Add("vehicle.mileage_km", "OUT_OF_RANGE", absl::StrCat("0 to ", kMostKm));
  }
  CheckCents(vehicle.deposit_cents, "vehicle.deposit_cents", violations);
  CheckCents(vehicle.day_cents, "vehicle.day_cents", violations);
  if (!absl::c_linear_search(kRetired, vehicle.retired)) {
    violations.Add("vehicle.retired", "UNKNOWN_VALUE", "one of the listed reasons");
  }
  return vehicle;
}

absl::string_view LicenceFor(absl::string_view vehicle_class) {
  if (vehicle_class == "car" || vehicle_class == "van") return "B";
  return vehicle_class == "scooter" ? "AM" : "";
}

absl::Status CheckFit(const Vehicle& vehicle, absl::string_view vehicle_class,
                      absl::CivilDay last_day) {
  if (vehicle.vehicle_class != vehicle_class) return NotFit("another class was asked for");
  if (!vehicle.retired.empty()) return NotFit("it is retired");
  // A vehicle that nobody needs a licence for has no papers to expire.
  if (LicenceFor(vehicle.vehicle_class).empty()) return absl::OkStatus();
  if (!Covers(vehicle.roadworthy_until, last_day)) return NotFit("its inspection ends before");
  if (!Covers(vehicle.insured_until, last_day)) return NotFit("its insurance ends before");
  return absl::OkStatus();
}

}  // namespace entraide::garage
