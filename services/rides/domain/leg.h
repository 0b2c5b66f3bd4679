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
