// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "entraide/matcher/v1/plan_day.pb.h"
#include "matcher/dayplan/day.h"
#include "matcher/dayplan/plan.h"
#include "matcher/engine/world.h"

namespace entraide::matcher {

// What a request asks, in the words of the library: its moments are seconds from `origin`, its
// places are `communes`, its drivers and legs stand in the order of the request.
struct DayInput {
  dayplan::Day day{};
  absl::Time origin{};
  std::vector<CommuneIndex> communes{};
};

// INVALID_ARGUMENT FIELDS_INVALID names every wrong field, an unknown commune among them.
absl::StatusOr<DayInput> ToDayInput(const v1::PlanDayRequest& request, const World& world);

v1::PlanDayResponse ToProto(const dayplan::Plan& plan, const DayInput& input,
                            const v1::PlanDayRequest& request, const World& world);

// The two around dayplan::PlanDay, which looks for better plans until `deadline` at the latest.
absl::StatusOr<v1::PlanDayResponse> PlanDay(const v1::PlanDayRequest& request, const World& world,
                                            absl::Time deadline);

}  // namespace entraide::matcher
