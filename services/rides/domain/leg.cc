// SPDX-License-Identifier: EUPL-1.2
#include "services/rides/domain/leg.h"

#include <utility>

#include "services/platform/base/status.h"
#include "services/request/domain/paris.h"

namespace entraide::rides {
namespace {

using request::State;

constexpr absl::Duration kFromHome = absl::Hours(1);
constexpr absl::Duration kFirstAlert = absl::Hours(48);
constexpr absl::Duration kLastAlert = absl::Hours(24);
// Of the other leg. One that was called off is not wanted.
constexpr request::States kMissing = {State::kSubmitted, State::kNeedsInfo, State::kSearching,
                                      State::kAccepted,  State::kUnmet,     State::kTurnedDown,
                                      State::kExpired};

bool HasOneWayOnly(const RideDetails& details) {
  return details.other_leg.has_value() && kMissing.Has(details.other_leg->state);
}

absl::Status Note(const std::optional<Way>& driven, RideDetails& details) {
  if (!driven.has_value()) return absl::OkStatus();
  Violations violations;
  CheckWay(*driven, "driven", violations);
  details.driven = driven;
  return violations.ToStatus();
}

}  // namespace

absl::Time NextLook(const LegTask& leg, absl::Time now) {
  const absl::Time start = leg.task.request.timing.start.value_or(absl::InfinitePast());
  if (leg.details.other_leg.has_value()) {
    for (const absl::Duration before : {kFirstAlert, kLastAlert}) {
      if (now < start - before) return start - before;
    }
  }
  return LapseTimeOf(leg.task.request);
}

absl::StatusOr<LegTask> LookAt(LegTask leg, absl::Time now) {
  const request::Act act{.role = request::Role::kSystem, .now = now};
  request::Request& request = leg.task.request;
  if (now >= LapseTimeOf(request)) {
    ASSIGN_OR_RETURN(leg.task, LapseServed(std::move(leg.task), act));
    return leg;
  }
  const absl::Time start = request.timing.start.value_or(absl::InfinitePast());
  if (request.state == State::kConfirmed && HasOneWayOnly(leg.details) &&
      start - kFirstAlert <= now && now < start) {
    Move(leg.task, State::kConfirmed,
         {.time = now, .role = act.role, .action = "alert", .reason = "ONE_WAY_ONLY"});
  }
  request.deadline = NextLook(leg, now);
  return leg;
}

absl::StatusOr<LegTask> Start(LegTask leg, const request::Act& act) {
  request::Request& request = leg.task.request;
  RETURN_IF_ERROR(CheckStep(kDriving, request.state, "start", act.role));
  if (act.now < request.timing.start.value_or(absl::InfinitePast()) - kFromHome) {
    return WithReason(absl::FailedPreconditionError("it is not the time yet"), "TOO_EARLY");
  }
  Move(leg.task, State::kInProgress, {.time = act.now, .role = act.role, .action = "start"});
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
