// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "services/garage/domain/money.h"
#include "services/garage/domain/progress.h"
#include "services/platform/base/violations.h"

namespace entraide::garage {

// A vehicle that a garage lends.
struct Vehicle {
  VehicleId id{};
  std::string organization{};
  std::int64_t revision = 0;  // 0 until stored.
  std::string vehicle_class{};
  std::string plate{};  // As on the plate, `AB-123-CD`; bikes: the number painted on them.
  std::string display_name{};
  std::optional<absl::CivilDay> roadworthy_until{};  // Last day of the technical inspection.
  std::optional<absl::CivilDay> insured_until{};
  int mileage_km = 0;
  Cents deposit_cents = 0;  // Wanted from who borrows it.
  Cents day_cents = 0;
  std::string retired{};  // STOLEN, WRECKED, SOLD or OUT_OF_USE; empty while it serves.
  absl::Time create_time{};
  absl::Time update_time{};
};

// `vehicle` in its one form; what is wrong is added as fields of `vehicle`.
Vehicle CheckVehicle(Vehicle vehicle, Violations& violations);

// The licence category without which it must not be driven; empty for bikes.
absl::string_view LicenceFor(absl::string_view vehicle_class);

// FAILED_PRECONDITION VEHICLE_NOT_FIT: of another class than was asked for, retired, or its papers
// end before `last_day`.
absl::Status CheckFit(const Vehicle& vehicle, absl::string_view vehicle_class,
                      absl::CivilDay last_day);

}  // namespace entraide::garage
