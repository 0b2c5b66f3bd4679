// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "absl/time/clock.h"
#include "matcher/dayplan/plan_day.h"
#include "matcher/plan_day_rpc.h"
#include "services/platform/base/status.h"

namespace entraide::matcher {
namespace {

using dayplan::Plan;
using dayplan::Stop;
using dayplan::StopKind;
using dayplan::Tour;

constexpr absl::Duration kLongestSearch = absl::Seconds(10);
// Kept for writing the answer.
constexpr double kShareForSearch = 0.9;

google::protobuf::Timestamp TimeOf(int seconds, const DayInput& input) {
  google::protobuf::Timestamp proto;
  proto.set_seconds(absl::ToUnixSeconds(input.origin) + seconds);
  return proto;
}

google::protobuf::Duration LengthOf(int seconds) {
  google::protobuf::Duration proto;
  proto.set_seconds(seconds);
  return proto;
}

v1::DayStop::Kind KindOf(StopKind kind) {
  switch (kind) {
    case StopKind::kLeaveHome:
      return v1::DayStop::KIND_LEAVE_HOME;
    case StopKind::kPickup:
      return v1::DayStop::KIND_PICKUP;
    case StopKind::kDropoff:
      return v1::DayStop::KIND_DROPOFF;
    case StopKind::kComeHome:
      return v1::DayStop::KIND_COME_HOME;
  }
  return v1::DayStop::KIND_UNSPECIFIED;
}

// Writes a plan with the ids and communes of the request that it answers.
struct PlanWriter {
  const DayInput& input;
  const v1::PlanDayRequest& request;
  const World& world;

  std::string LegId(dayplan::LegIndex leg) const {
    return request.legs(static_cast<int>(leg)).id();
  }
  v1::DayStop Write(const Stop& stop) const {
    const CommuneIndex commune = input.communes[static_cast<std::size_t>(stop.place)];
    v1::DayStop proto;
    proto.set_kind(KindOf(stop.kind));
    proto.set_commune(world.communes()[commune].insee_code);
    if (stop.leg.has_value()) proto.set_leg(LegId(*stop.leg));
    *proto.mutable_arrive_time() = TimeOf(stop.arrive, input);
    *proto.mutable_begin_time() = TimeOf(stop.begin, input);
    *proto.mutable_leave_time() = TimeOf(stop.leave, input);
    proto.set_distance_meters(stop.meters);
    return proto;
  }
  v1::DayTour Write(const Tour& tour) const {
    v1::DayTour proto;
    proto.set_driver(request.drivers(static_cast<int>(tour.driver)).id());
    for (const Stop& stop : tour.stops) *proto.add_stops() = Write(stop);
    proto.set_distance_meters(tour.meters);
    proto.set_availability_index(tour.window);
    *proto.mutable_approach_duration() = LengthOf(tour.times.approach_seconds);
    *proto.mutable_loaded_duration() = LengthOf(tour.times.loaded_seconds);
    *proto.mutable_empty_duration() = LengthOf(tour.times.empty_seconds);
    *proto.mutable_waiting_duration() = LengthOf(tour.times.waiting_seconds);
    *proto.mutable_service_duration() = LengthOf(tour.times.service_seconds);
    *proto.mutable_return_duration() = LengthOf(tour.times.return_seconds);
    return proto;
  }
};

}  // namespace

v1::PlanDayResponse ToProto(const Plan& plan, const DayInput& input,
                            const v1::PlanDayRequest& request, const World& world) {
  const PlanWriter writer{input, request, world};
  v1::PlanDayResponse proto;
  for (const Tour& tour : plan.tours) *proto.add_tours() = writer.Write(tour);
  for (const dayplan::Unserved& unserved : plan.unserved) {
    v1::UnassignedLeg& added = *proto.add_unassigned();
    added.set_leg(writer.LegId(unserved.leg));
    added.set_reason(std::string(dayplan::Code(unserved.reason)));
  }
  v1::DayTotals& totals = *proto.mutable_totals();
  totals.set_broken_commitment_count(plan.totals.broken_commitments);
  totals.set_unassigned_count(plan.totals.unserved);
  totals.set_distance_meters(plan.totals.meters);
  totals.set_split_pair_count(plan.totals.split_pairs);
  totals.set_unfairness(plan.totals.unfairness);
  return proto;
}

absl::StatusOr<v1::PlanDayResponse> PlanDay(const v1::PlanDayRequest& request, const World& world,
                                            absl::Time deadline) {
  ASSIGN_OR_RETURN(const DayInput input, ToDayInput(request, world));
  const absl::Time start = absl::Now();
  const absl::Duration search = std::max(
      std::min((deadline - start) * kShareForSearch, kLongestSearch), absl::Milliseconds(1));
  dayplan::Effort effort;
  if (request.round_limit() > 0) effort.rounds = request.round_limit();
  effort.spent = [&] { return absl::FDivDuration(absl::Now() - start, search); };
  ASSIGN_OR_RETURN(const Plan plan, dayplan::PlanDay(input.day, effort));
  return ToProto(plan, input, request, world);
}

}  // namespace entraide::matcher
