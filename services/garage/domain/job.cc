// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/domain/job.h"

#include <array>
#include <cstddef>
#include <optional>

#include "absl/algorithm/container.h"
#include "services/platform/base/named.h"
#include "services/request/domain/contact.h"
#include "services/request/domain/paris.h"

namespace entraide::garage {
namespace {

constexpr int kFarthestDays = 731;
constexpr std::array<absl::string_view, 5> kClasses = {"car", "van", "scooter", "e-bike", "bike"};
constexpr std::array<absl::string_view, 3> kDrivable = {"", "yes", "no"};
// A loan and advice do not begin with something broken.
constexpr std::array<absl::string_view, 2> kWithoutSymptoms = {"vehicle-loan", "mobility-advice"};

// A prescription that is over may be renewed before it is needed.
void CheckPrescription(const JobDetails& details, Violations& violations) {
  if (details.prescription_until.empty()) return;
  if (!request::ParseDay(details.prescription_until).has_value()) {
    violations.Add("details.prescription_until_date", "MALFORMED", "YYYY-MM-DD");
  }
}

void CheckNeededBy(const JobDetails& details, absl::Time now, Violations& violations) {
  if (details.needed_by.empty()) return;
  const std::optional<absl::CivilDay> day = request::ParseDay(details.needed_by);
  const absl::CivilDay today = absl::ToCivilDay(now, request::Paris());
  if (!day.has_value()) {
    violations.Add("details.needed_by_date", "MALFORMED", "YYYY-MM-DD");
  } else if (*day < today) {
    violations.Add("details.needed_by_date", "IN_PAST", "today or later");
  } else if (*day > today + kFarthestDays) {
    violations.Add("details.needed_by_date", "OUT_OF_RANGE", "within two years");
  }
}

}  // namespace

JobType TypeOf(absl::string_view kind) {
  if (kind == "vehicle-loan") return JobType::kLoan;
  if (kind == "vehicle-check" || kind == "mobility-advice") return JobType::kDiagnosis;
  return kind == "parts" ? JobType::kParts : JobType::kRepair;
}

bool IsVehicleClass(absl::string_view vehicle_class) {
  return absl::c_linear_search(kClasses, vehicle_class);
}

JobDetails CheckJob(JobDetails details, absl::string_view kind, absl::Time now,
                    Violations& violations) {
  if (details.vehicle_class.empty()) details.vehicle_class = "car";
  if (!IsVehicleClass(details.vehicle_class)) {
    violations.Add("details.vehicle_class", "UNKNOWN_VALUE", "one of the listed classes");
  }
  const std::size_t shortest = absl::c_linear_search(kWithoutSymptoms, kind) ? 0 : 3;
  request::CheckLength(details.symptoms, shortest, 1000, "details.symptoms", violations);
  if (request::HoldsContact(details.symptoms)) {
    violations.Add("details.symptoms", "HOLDS_CONTACT", "without telephone or mail address");
  }
  request::CheckLength(details.vehicle_model, 0, 100, "details.vehicle_model", violations);
  CheckNeededBy(details, now, violations);
  CheckPrescription(details, violations);
  return details;
}

request::Timing TimingOf(const JobDetails& details) {
  const std::optional<absl::CivilDay> day = request::ParseDay(details.needed_by);
  if (!day.has_value()) return {};
  return {.end = absl::FromCivil(*day + 1, request::Paris())};
}

void AddJob(request::Need& need, const JobDetails& details) {
  need.purpose = details.vehicle_class;
}

std::string NameOf(Drivable drivable) {
  return std::string(kDrivable.at(static_cast<std::size_t>(drivable)));
}

absl::StatusOr<Drivable> ParseDrivable(absl::string_view name) {
  return ParseNamed<Drivable>(kDrivable, name);
}

}  // namespace entraide::garage
