// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/garage/domain/progress.h"
#include "services/platform/base/violations.h"
#include "services/request/domain/need.h"
#include "services/request/domain/request.h"

namespace entraide::garage {

// Whether a vehicle can be driven to the garage.
enum class Drivable { kUnsaid, kYes, kNo };

// What a job is about, which decides what may happen to it.
enum class JobType { kRepair, kLoan, kDiagnosis, kParts };
// Of a request of that kind.
JobType TypeOf(absl::string_view kind);

inline constexpr int kMostKm = 2'000'000;
bool IsVehicleClass(absl::string_view vehicle_class);

// What a job adds to a request.
struct JobDetails {
  std::string vehicle_class{};  // car, van, scooter, e-bike or bike.
  std::string symptoms{};
  std::string vehicle_model{};
  Drivable drivable = Drivable::kUnsaid;
  std::string needed_by{};           // `YYYY-MM-DD` or empty.
  std::string prescription_until{};  // Last day of the prescription; `YYYY-MM-DD` or empty.
  Progress progress{};               // Empty when it is filed.
};

// `details` of a request of that kind, with their defaults. What is wrong is reported under
// `details.`.
JobDetails CheckJob(JobDetails details, absl::string_view kind, absl::Time now,
                    Violations& violations);

// Until the end of the day by which it is needed.
request::Timing TimingOf(const JobDetails& details);

// Lays the job over the need: the class of the vehicle.
void AddJob(request::Need& need, const JobDetails& details);

// `` (unsaid), `yes`, `no`. DATA_LOSS: no such name.
std::string NameOf(Drivable drivable);
absl::StatusOr<Drivable> ParseDrivable(absl::string_view name);

}  // namespace entraide::garage
