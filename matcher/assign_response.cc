// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "matcher/assign/assign.h"
#include "matcher/assign/first_come.h"
#include "matcher/assign/verify.h"
#include "matcher/assign_rpc.h"
#include "services/platform/base/status.h"

namespace entraide::matcher {
namespace {

using assign::Arc;
using assign::Assignment;
using assign::Cost;
using assign::PlaceIndex;
using assign::Problem;
using assign::TaskIndex;
using assign::Unserved;
using assign::WhyUnserved;

v1::AssignmentCost ToProto(const Cost& cost) {
  v1::AssignmentCost proto;
  proto.set_unserved(cost.unserved);
  proto.set_minutes(cost.minutes);
  proto.set_load(cost.load);
  return proto;
}

int MinutesOf(const Problem& problem, TaskIndex task, PlaceIndex place) {
  for (const Arc& arc : problem.ArcsOf(task)) {
    if (arc.place == place) return arc.minutes;
  }
  return 0;
}

v1::UnassignedTask ToProto(const AssignInput& input, const Unserved& unserved) {
  v1::UnassignedTask proto;
  proto.set_task(input.problem.IdOf(unserved.task).value);
  proto.set_reason(unserved.why == WhyUnserved::kNoChoice ? v1::UnassignedTask::REASON_NO_CHOICE
                                                          : v1::UnassignedTask::REASON_PLACES_FULL);
  const auto rule = input.blocking_rules.find(proto.task());
  if (rule != input.blocking_rules.end()) proto.set_blocking_rule(rule->second);
  return proto;
}

}  // namespace

v1::AssignResponse ToProto(const AssignInput& input, const Assignment& assignment) {
  const Problem& problem = input.problem;
  v1::AssignResponse proto;
  for (const TaskIndex task : problem.Tasks()) {
    const std::optional<PlaceIndex> place = assignment.place_of[task];
    if (!place.has_value()) continue;
    v1::AssignedTask& added = *proto.add_assigned();
    added.set_task(problem.IdOf(task).value);
    added.set_place(problem.IdOf(*place).value);
    added.set_minutes(MinutesOf(problem, task, *place));
  }
  for (const Unserved& unserved : assignment.unserved) {
    *proto.add_unassigned() = ToProto(input, unserved);
  }
  for (const PlaceIndex place : problem.Places()) {
    v1::PlacePrice& added = *proto.add_prices();
    added.set_place(problem.IdOf(place).value);
    *added.mutable_price() = ToProto(assignment.prices[place]);
  }
  const Cost first_come = assign::FirstComeFirstServed(problem);
  *proto.mutable_total() = ToProto(assignment.total);
  *proto.mutable_bound() = ToProto(assign::LeastByPrices(problem, assignment.prices));
  *proto.mutable_first_come_total() = ToProto(first_come);
  *proto.mutable_gap() = ToProto(first_come - assignment.total);
  return proto;
}

absl::StatusOr<v1::AssignResponse> Assign(const v1::AssignRequest& request, const World& world,
                                          const Moment& moment) {
  ASSIGN_OR_RETURN(const AssignInput input, ToAssignInput(request, world, moment));
  const Assignment assignment = assign::Assign(input.problem);
  if (const absl::Status proof = assign::Verify(input.problem, assignment); !proof.ok()) {
    return absl::InternalError(absl::StrCat("the proof fails: ", proof.message()));
  }
  return ToProto(input, assignment);
}

}  // namespace entraide::matcher
