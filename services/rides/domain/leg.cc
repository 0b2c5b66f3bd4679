// SPDX-License-Identifier: EUPL-1.2
#include "services/rides/domain/leg.h"

#include <utility>

#include "services/platform/base/status.h"
#include "services/request/domain/paris.h"

namespace entraide::rides {
namespace {

constexpr absl::Duration kFromHome = absl::Hours(1);

absl::Status Note(const std::optional<Way>& driven, RideDetails& details) {
  if (!driven.has_value()) return absl::OkStatus();
  Violations violations;
  CheckWay(*driven, "driven", violations);
  details.driven = driven;
  return violations.ToStatus();
}

}  // namespace

absl::StatusOr<LegTask> Start(LegTask leg, const request::Act& act) {
  request::Request& request = leg.task.request;
  RETURN_IF_ERROR(CheckStep(kDriving, request.state, "start", act.role));
  if (act.now < request.timing.start.value_or(absl::InfinitePast()) - kFromHome) {
    return WithReason(absl::FailedPreconditionError("it is not the time yet"), "TOO_EARLY");
  }
  Move(leg.task, request::State::kInProgress,
       {.time = act.now, .role = act.role, .action = "start"});
  request.deadline = LapseTimeOf(request);
  return leg;
}

absl::StatusOr<LegTask> CompleteLeg(LegTask leg, const std::optional<Way>& driven,
                                    const request::Act& act) {
  ASSIGN_OR_RETURN(leg.task, CompleteServed(std::move(leg.task), act));
  RETURN_IF_ERROR(Note(driven, leg.details));
  return leg;
}

absl::StatusOr<LegTask> SettleLeg(LegTask leg, const Tariff& tariff,
                                  const std::optional<Way>& driven, const request::Act& act) {
  ASSIGN_OR_RETURN(leg.task, Settle(std::move(leg.task), act));
  RETURN_IF_ERROR(Note(driven, leg.details));
  Violations violations;
  CheckTariff(tariff, "tariff", violations);
  if (!leg.details.driven.has_value()) violations.Add("driven", "REQUIRED", "the metres driven");
  RETURN_IF_ERROR(violations.ToStatus());
  leg.details.receipt = {.day = absl::ToCivilDay(act.now, request::Paris()),
                         .tariff = tariff,
                         .cost = CostOf(*leg.details.driven, tariff)};
  return leg;
}

}  // namespace entraide::rides
