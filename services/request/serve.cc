// SPDX-License-Identifier: EUPL-1.2
#include "services/request/serve.h"

#include <utility>

#include "services/platform/base/status.h"
#include "services/platform/base/violations.h"
#include "services/request/convert.h"

namespace entraide::request {
namespace {

namespace v1 = common::v1;

absl::Status NoAction() { return InvalidField("action", "REQUIRED", "one of the actions"); }

// UNSPECIFIED is no outcome: SUBMITTED is none either, and is refused as such.
State OutcomeOf(v1::Correct::Outcome outcome) {
  switch (outcome) {
    case v1::Correct::OUTCOME_COMPLETED:
      return State::kCompleted;
    case v1::Correct::OUTCOME_NO_SHOW:
      return State::kNoShow;
    case v1::Correct::OUTCOME_MISSED:
      return State::kMissed;
    default:
      return State::kSubmitted;
  }
}

absl::StatusOr<Served> With(Served served, absl::StatusOr<Task> task) {
  RETURN_IF_ERROR(task.status());
  served.task = *std::move(task);
  return served;
}

}  // namespace

absl::StatusOr<Served> Serve(Served served, const v1::ServingAction& action, Act act) {
  switch (action.action_case()) {
    case v1::ServingAction::kAssign:
      return Assign(std::move(served), action.assign().assignee(), act);
    case v1::ServingAction::kUnassign:
      act.reason = action.unassign().reason();
      return Unassign(std::move(served), act);
    case v1::ServingAction::kNoShow:
      return With(served, NoShow(served.task, act));
    case v1::ServingAction::kMiss:
      return With(served, Miss(served.task, act));
    case v1::ServingAction::kCorrect:
      act.reason = action.correct().reason();
      return With(served, Correct(served.task, OutcomeOf(action.correct().outcome()), act));
    case v1::ServingAction::ACTION_NOT_SET:
      break;
  }
  return NoAction();
}

absl::StatusOr<Served> Serve(Served served, const v1::ServedAction& action, Act act) {
  switch (action.action_case()) {
    case v1::ServedAction::kReconfirm:
      return Reconfirm(std::move(served), act);
    case v1::ServedAction::kMiss:
      return With(served, Miss(served.task, act));
    case v1::ServedAction::ACTION_NOT_SET:
      break;
  }
  return NoAction();
}

v1::Serving RenderForHolder(const Serving& serving) {
  v1::Serving proto = RenderForRequester(serving);
  proto.set_assignee(serving.assignee);
  return proto;
}

v1::Serving RenderForRequester(const Serving& serving) {
  v1::Serving proto;
  if (serving.reconfirm_time.has_value()) {
    *proto.mutable_reconfirm_time() = ToProto(*serving.reconfirm_time);
  }
  return proto;
}

}  // namespace entraide::request
