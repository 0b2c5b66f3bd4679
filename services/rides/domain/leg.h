// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <optional>

#include "absl/status/statusor.h"
#include "services/request/domain/machine.h"
#include "services/request/domain/serving.h"
#include "services/rides/domain/ride.h"

namespace entraide::rides {

// What legs have beside what they share with visits.
inline constexpr auto kDriving = std::to_array<request::Row>({
    {"start", {request::State::kConfirmed}, request::kServers, {request::State::kInProgress}},
});

// A leg: what its decisions read and change.
struct LegTask {
  request::Task task{};
  RideDetails details{};
};

// Each function refuses with ROLE_FORBIDS, STATE_FORBIDS, or what it names.

// When a confirmed leg is to be looked at next: 48 and 24 hours before it if it has another leg,
// and when nobody said how it ended.
absl::Time NextLook(const LegTask& leg, absl::Time now);
// What its deadline is for: the organization learns that the person would have one way only
// (ONE_WAY_ONLY), or it lapses.
absl::StatusOr<LegTask> LookAt(LegTask leg, absl::Time now);

// The driver sets off. FAILED_PRECONDITION: TOO_EARLY until an hour before.
absl::StatusOr<LegTask> Start(LegTask leg, const request::Act& act);
// It was driven, so far if that is known. FAILED_PRECONDITION: TOO_EARLY. INVALID_ARGUMENT:
// FIELDS_INVALID.
absl::StatusOr<LegTask> CompleteLeg(LegTask leg, const std::optional<Way>& driven,
                                    const request::Act& act);
// Its cost is fixed, in a receipt that has no number yet. `driven` counts if it is said.
// INVALID_ARGUMENT: FIELDS_INVALID.
absl::StatusOr<LegTask> SettleLeg(LegTask leg, const Tariff& tariff,
                                  const std::optional<Way>& driven, const request::Act& act);

}  // namespace entraide::rides
