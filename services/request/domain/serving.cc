// SPDX-License-Identifier: EUPL-1.2
#include "services/request/domain/serving.h"

#include <array>
#include <utility>

#include "absl/algorithm/container.h"
#include "services/platform/base/status.h"
#include "services/platform/base/violations.h"
#include "services/request/domain/contact.h"
#include "services/request/domain/ending.h"

namespace entraide::request {
namespace {

constexpr absl::Duration kReconfirmFrom = absl::Hours(48);
constexpr absl::Duration kPatience = absl::Minutes(15);
constexpr absl::Duration kMonth = absl::Hours(30 * 24);
constexpr std::array<absl::string_view, 5> kUnassignReasons = {"not-available", "unwell", "vehicle",
                                                               "reassigned", "other"};
constexpr std::array<absl::string_view, 3> kCorrectReasons = {"wrong-entry", "new-information",
                                                              "other"};

template <typename Reasons>
absl::Status CheckReason(const Reasons& reasons, const std::string& reason) {
  if (absl::c_linear_search(reasons, reason)) return absl::OkStatus();
  return InvalidField("reason", reason.empty() ? "REQUIRED" : "UNKNOWN_VALUE",
                      "one of the listed reasons");
}

absl::Status TooEarly() {
  return WithReason(absl::FailedPreconditionError("it is not the time yet"), "TOO_EARLY");
}

// A service without a date can be done, missed and reconfirmed at any time.
absl::Status NotBefore(const Timing& timing, absl::Duration after_start, absl::Time now) {
  if (!timing.start.has_value() || now >= *timing.start + after_start) return absl::OkStatus();
  return TooEarly();
}

absl::Status Check(const Task& task, absl::string_view action, const Act& act) {
  return CheckStep(kServing, task.request.state, action, act.role);
}

Task MoveBy(Task task, absl::string_view action, State state, const Act& act) {
  Move(task, state,
       {.time = act.now, .role = act.role, .action = std::string(action), .reason = act.reason});
  return task;
}

// The time by which it was over.
absl::Time EndOf(const Request& request) {
  const Timing& timing = request.timing;
  return timing.end.value_or(timing.start.value_or(request.update_time));
}

}  // namespace

absl::StatusOr<Served> Assign(Served served, const std::string& assignee, const Act& act) {
  RETURN_IF_ERROR(Check(served.task, "assign", act));
  Violations violations;
  CheckLength(assignee, 1, 100, "assignee", violations);
  RETURN_IF_ERROR(violations.ToStatus());
  served.serving = {.assignee = assignee};
  served.task = MoveBy(std::move(served.task), "assign", State::kConfirmed, act);
  served.task.request.deadline = LapseTimeOf(served.task.request);
  return served;
}

absl::StatusOr<Served> Unassign(Served served, const Act& act) {
  RETURN_IF_ERROR(Check(served.task, "unassign", act));
  RETURN_IF_ERROR(CheckReason(kUnassignReasons, act.reason));
  served.serving = {};
  served.task = MoveBy(std::move(served.task), "unassign", State::kAccepted, act);
  return served;
}

absl::StatusOr<Served> Reconfirm(Served served, const Act& act) {
  RETURN_IF_ERROR(Check(served.task, "reconfirm", act));
  RETURN_IF_ERROR(NotBefore(served.task.request.timing, -kReconfirmFrom, act.now));
  served.serving.reconfirm_time = act.now;
  served.task = MoveBy(std::move(served.task), "reconfirm", State::kConfirmed, act);
  return served;
}

absl::StatusOr<Task> CompleteServed(Task task, const Act& act) {
  RETURN_IF_ERROR(Check(task, "complete", act));
  RETURN_IF_ERROR(NotBefore(task.request.timing, absl::ZeroDuration(), act.now));
  return MoveBy(std::move(task), "complete", State::kCompleted, act);
}

absl::StatusOr<Task> NoShow(Task task, const Act& act) {
  RETURN_IF_ERROR(Check(task, "no_show", act));
  RETURN_IF_ERROR(NotBefore(task.request.timing, kPatience, act.now));
  return MoveBy(std::move(task), "no_show", State::kNoShow, act);
}

absl::StatusOr<Task> Miss(Task task, const Act& act) {
  RETURN_IF_ERROR(Check(task, "miss", act));
  RETURN_IF_ERROR(NotBefore(task.request.timing, kPatience, act.now));
  return MoveBy(std::move(task), "miss", State::kMissed, act);
}

absl::StatusOr<Task> Correct(Task task, State outcome, const Act& act) {
  RETURN_IF_ERROR(Check(task, "correct", act));
  RETURN_IF_ERROR(CheckReason(kCorrectReasons, act.reason));
  if (!kOutcomes.Has(outcome)) return InvalidField("outcome", "REQUIRED", "one of the three");
  if (outcome == task.request.state) return StateForbids();
  if (act.now > EndOf(task.request) + kMonth) {
    return WithReason(absl::FailedPreconditionError("it is over for too long"), "TOO_LATE");
  }
  return MoveBy(std::move(task), "correct", outcome, act);
}

absl::StatusOr<Task> Settle(Task task, const Act& act) {
  RETURN_IF_ERROR(Check(task, "settle", act));
  return MoveBy(std::move(task), "settle", State::kSettled, act);
}

absl::Time LapseTimeOf(const Request& request) { return EndOf(request) + kMonth; }

absl::StatusOr<Task> LapseServed(Task task, const Act& act) {
  RETURN_IF_ERROR(Check(task, "lapse", act));
  if (act.now < LapseTimeOf(task.request)) return TooEarly();
  return End(std::move(task), State::kExpired,
             {.time = act.now, .role = act.role, .action = "lapse", .reason = "OUTCOME_UNKNOWN"});
}

absl::StatusOr<Task> LapseOrWait(Task task, const Act& act) {
  const absl::Time deadline = LapseTimeOf(task.request);
  if (act.now >= deadline) return LapseServed(std::move(task), act);
  task.request.deadline = deadline;
  return task;
}

}  // namespace entraide::request
