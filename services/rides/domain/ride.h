// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/platform/base/violations.h"
#include "services/request/domain/filing.h"
#include "services/request/domain/need.h"
#include "services/request/domain/request.h"
#include "services/request/domain/serving.h"
#include "services/rides/domain/mileage.h"

namespace entraide::rides {

// Whether health insurance pays the journey.
enum class InsurancePaid { kUnsaid, kYes, kNo, kUnknown };

// The way back of a way there, or the other way round.
struct OtherLeg {
  request::RequestId id{};
  request::State state = request::State::kSubmitted;
  absl::Time pickup_time{};
};

// What a ride adds to a request: what is asked, then what is arranged and what became of it.
struct RideDetails {
  std::string purpose{};
  std::string pickup_commune{};
  std::string dropoff_commune{};
  std::optional<absl::Time> pickup_time{};  // There once checked.
  std::optional<absl::Time> return_time{};
  int passenger_count = 1;
  bool minor_alone = false;
  InsurancePaid insurance_paid = InsurancePaid::kUnsaid;
  request::Serving serving{};
  std::optional<Way> driven{};
  std::optional<Receipt> receipt{};
  std::optional<OtherLeg> other_leg{};
};

// `details` with today's communes. What is wrong is reported under `details.`.
RideDetails CheckRide(RideDetails details, const request::KnownCommunes& known, absl::Time now,
                      Violations& violations);

// The legs of a ride as it is filed: the way there, and the way back if it has one, which is a
// request of its own.
std::vector<RideDetails> LegsOf(const RideDetails& details);

// From the first pickup to an hour after the last, when it is over.
request::Timing TimingOf(const RideDetails& details);

// Lays the ride over the need: places, pickups, seats. How long a way takes is the matcher's to
// say. Of a way back the need names the places of the way there: who serves the one by where it
// begins serves the other.
void AddRide(request::Need& need, const RideDetails& details);

// `` (unsaid), `yes`, `no`, `unknown`: for tables and the matcher. DATA_LOSS: no such name.
std::string NameOf(InsurancePaid paid);
absl::StatusOr<InsurancePaid> ParseInsurancePaid(absl::string_view name);

}  // namespace entraide::rides
