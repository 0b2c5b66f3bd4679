// SPDX-License-Identifier: EUPL-1.2
#include "services/request/domain/changing.h"

#include <algorithm>

#include "services/platform/base/status.h"
#include "services/request/domain/ending.h"
#include "services/request/domain/machine.h"

namespace entraide::request {
namespace {

using Side = PendingChange::Side;

constexpr absl::Duration kToAgree = absl::Hours(7 * 24);

Side SideOf(Role role) { return role == Role::kRequester ? Side::kRequester : Side::kHolder; }

// The other side's proposal waits for an answer.
absl::Status CheckPending(const Request& request, absl::string_view action, Role role,
                          absl::Time now) {
  RETURN_IF_ERROR(CheckStep(kFront, request.state, action, role));
  if (!IsChangePending(request, now)) return StateForbids();
  return request.pending_change->side == SideOf(role) ? RoleForbids() : absl::OkStatus();
}

}  // namespace

bool IsChangePending(const Request& request, absl::Time now) {
  return IsHeld(request) && request.pending_change.has_value() &&
         now < request.pending_change->expire_time;
}

absl::StatusOr<Task> Change(Task task, const Timing& timing, Role role, absl::Time now) {
  RETURN_IF_ERROR(CheckStep(kFront, task.request.state, "change", role));
  RescindOffers(task, "TASK_CHANGED", now);
  task.request.held_by.reset();
  task.request.open_questions.clear();
  task.request.timing = timing;
  ++task.request.revision;
  Move(task, State::kSubmitted, {.time = now, .role = role, .action = "change"});
  return task;
}

absl::StatusOr<Task> ProposeChange(Task task, const std::string& details, Role role,
                                   absl::Time now) {
  Request& request = task.request;
  RETURN_IF_ERROR(CheckStep(kFront, request.state, "propose_change", role));
  if (!IsHeld(request)) return StateForbids();
  if (IsChangePending(request, now)) {
    return WithReason(absl::FailedPreconditionError("another change is pending"), "CHANGE_PENDING");
  }
  const absl::Time begin = ServiceTime(request.timing).value_or(absl::InfiniteFuture());
  if (begin <= now) return StateForbids();
  Move(task, request.state, {.time = now, .role = role, .action = "propose_change"});
  request.pending_change = {
      .side = SideOf(role), .expire_time = std::min(now + kToAgree, begin), .details = details};
  return task;
}

absl::StatusOr<Task> Agree(Task task, const Timing& timing, Role role, absl::Time now) {
  RETURN_IF_ERROR(CheckPending(task.request, "agree", role, now));
  task.request.timing = timing;
  task.request.pending_change.reset();
  ++task.request.revision;
  Move(task, task.request.state, {.time = now, .role = role, .action = "agree"});
  return task;
}

absl::StatusOr<Task> Disagree(Task task, Role role, absl::Time now) {
  RETURN_IF_ERROR(CheckPending(task.request, "disagree", role, now));
  task.request.pending_change.reset();
  Move(task, task.request.state, {.time = now, .role = role, .action = "disagree"});
  return task;
}

}  // namespace entraide::request
