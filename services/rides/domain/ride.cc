// SPDX-License-Identifier: EUPL-1.2
#include "services/rides/domain/ride.h"

#include <array>
#include <cstddef>

#include "absl/algorithm/container.h"
#include "services/platform/base/named.h"

namespace entraide::rides {
namespace {

constexpr absl::Duration kLongestLeg = absl::Hours(1);  // But for very long ways.
constexpr absl::Duration kFarthest = absl::Hours(24 * 731);
constexpr std::array<absl::string_view, 13> kPurposes = {
    "health",           "paramedical", "admin",        "job-interview", "work",
    "training",         "shopping",    "family-visit", "leisure",       "ceremony",
    "transit-transfer", "food-aid",    "other"};
constexpr std::array<absl::string_view, 4> kPaid = {"", "yes", "no", "unknown"};

void CheckTimes(const RideDetails& details, absl::Time now, Violations& violations) {
  if (!details.pickup_time.has_value()) {
    violations.Add("details.pickup_time", "REQUIRED", "the instant of pickup");
    return;
  }
  if (*details.pickup_time <= now) {
    violations.Add("details.pickup_time", "IN_PAST", "in the future");
  } else if (*details.pickup_time > now + kFarthest) {
    violations.Add("details.pickup_time", "OUT_OF_RANGE", "within two years");
  }
  if (!details.return_time.has_value()) return;
  if (*details.return_time <= *details.pickup_time) {
    violations.Add("details.return_time", "OUT_OF_RANGE", "after pickup_time");
  } else if (*details.return_time > now + kFarthest) {
    violations.Add("details.return_time", "OUT_OF_RANGE", "within two years");
  }
}

}  // namespace

RideDetails CheckRide(RideDetails details, const request::KnownCommunes& known, absl::Time now,
                      Violations& violations) {
  if (!absl::c_linear_search(kPurposes, details.purpose)) {
    violations.Add("details.purpose", details.purpose.empty() ? "REQUIRED" : "UNKNOWN_VALUE",
                   "one of the listed purposes");
  }
  details.pickup_commune =
      request::CheckCommune(details.pickup_commune, known, "details.pickup_commune", violations);
  details.dropoff_commune =
      request::CheckCommune(details.dropoff_commune, known, "details.dropoff_commune", violations);
  CheckTimes(details, now, violations);
  if (details.passenger_count == 0) details.passenger_count = 1;
  if (details.passenger_count < 1 || details.passenger_count > 8) {
    violations.Add("details.passenger_count", "OUT_OF_RANGE", "1 to 8");
  }
  return details;
}

std::vector<RideDetails> LegsOf(const RideDetails& details) {
  RideDetails there = details;
  there.return_time.reset();
  if (!details.return_time.has_value()) return {there};
  RideDetails back = there;
  back.pickup_commune = details.dropoff_commune;
  back.dropoff_commune = details.pickup_commune;
  back.pickup_time = details.return_time;
  return {there, back};
}

request::Timing TimingOf(const RideDetails& details) {
  if (!details.pickup_time.has_value()) return {};
  const absl::Time last = details.return_time.value_or(*details.pickup_time);
  return {.start = details.pickup_time, .end = last + kLongestLeg};
}

void AddRide(request::Need& need, const RideDetails& details) {
  need.purpose = details.purpose;
  need.pickup_commune = need.way_back ? details.dropoff_commune : details.pickup_commune;
  need.dropoff_commune = need.way_back ? details.pickup_commune : details.dropoff_commune;
  for (const std::optional<absl::Time>& time : {details.pickup_time, details.return_time}) {
    if (time.has_value()) need.spans.push_back({.start = *time});
  }
  need.passenger_count = details.passenger_count;
  need.minor_alone = details.minor_alone;
  need.health_insurance_paid = NameOf(details.insurance_paid);
}

std::string NameOf(InsurancePaid paid) {
  return std::string(kPaid.at(static_cast<std::size_t>(paid)));
}

absl::StatusOr<InsurancePaid> ParseInsurancePaid(absl::string_view name) {
  return ParseNamed<InsurancePaid>(kPaid, name);
}

}  // namespace entraide::rides
