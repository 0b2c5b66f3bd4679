// SPDX-License-Identifier: EUPL-1.2
#include "services/rides/leg_acts.h"

#include <optional>
#include <utility>

#include "absl/functional/function_ref.h"
#include "services/platform/base/status.h"
#include "services/request/acting.h"
#include "services/request/serve.h"
#include "services/rides/convert.h"
#include "services/rides/domain/leg.h"
#include "services/rides/store/leg_store.h"
#include "services/rides/store/ride_store.h"

namespace entraide::rides {
namespace {

using request::Act;
using request::Role;
using request::Task;

using Decide = absl::FunctionRef<absl::StatusOr<LegTask>(LegTask)>;

absl::StatusOr<Task> With(pg::Transaction& tx, Task task, Decide decide) {
  const request::RequestId id = task.request.id;
  ASSIGN_OR_RETURN(const auto rides, LoadRides(tx, {id}));
  const auto found = rides.find(id);
  if (found == rides.end()) return absl::DataLossError("a request has no details");
  ASSIGN_OR_RETURN(LegTask after, decide({std::move(task), found->second}));
  RETURN_IF_ERROR(SaveLeg(tx, id, after.details));
  if (after.details.receipt.has_value() && after.details.receipt->number == 0) {
    RETURN_IF_ERROR(Issue(tx, after.task.request, *after.details.receipt));
  }
  return std::move(after.task);
}

absl::StatusOr<LegTask> Put(LegTask leg, absl::StatusOr<request::Served> served) {
  RETURN_IF_ERROR(served.status());
  leg.task = std::move(served->task);
  leg.details.serving = std::move(served->serving);
  return leg;
}

absl::StatusOr<LegTask> ServeLeg(LegTask leg, const common::v1::ServingAction& action,
                                 const Act& act) {
  ASSIGN_OR_RETURN(leg, Put(leg, request::Serve({leg.task, leg.details.serving}, action, act)));
  if (leg.task.request.state == request::State::kConfirmed) {
    leg.task.request.deadline = NextLook(leg, act.now);
  }
  return leg;
}

template <typename Message>
std::optional<Way> DrivenIn(const Message& message) {
  if (!message.has_driven()) return std::nullopt;
  return ParseWay(message.driven());
}

}  // namespace

absl::StatusOr<Task> ActOnLeg(pg::Transaction& tx, Task task, const v1::ActOnRideRequest& request,
                              Role role, absl::Time now) {
  const Act act{.role = role, .now = now};
  return With(tx, std::move(task), [&](LegTask leg) -> absl::StatusOr<LegTask> {
    switch (request.action_case()) {
      case v1::ActOnRideRequest::kServing:
        return ServeLeg(std::move(leg), request.serving(), act);
      case v1::ActOnRideRequest::kStart:
        return Start(std::move(leg), act);
      case v1::ActOnRideRequest::kSettle:
        return SettleLeg(std::move(leg), ParseTariff(request.settle().tariff()),
                         DrivenIn(request.settle()), act);
      default:
        return request::ActionMissing();
    }
  });
}

absl::StatusOr<Task> CompleteLegAs(pg::Transaction& tx, Task task,
                                   const v1::CompleteRideRequest& request, Role role,
                                   absl::Time now) {
  return With(tx, std::move(task), [&](LegTask leg) {
    return CompleteLeg(std::move(leg), DrivenIn(request), {.role = role, .now = now});
  });
}

absl::StatusOr<Task> ReplyOnLeg(pg::Transaction& tx, Task task,
                                const v1::ReplyOnRideRequest& request, absl::Time now) {
  if (!request.has_served()) return request::ActionMissing();
  return With(tx, std::move(task), [&](LegTask leg) {
    return Put(leg, request::Serve({leg.task, leg.details.serving}, request.served(),
                                   {.role = Role::kRequester, .now = now}));
  });
}

absl::StatusOr<Task> WakeLeg(pg::Transaction& tx, Task task, absl::Time now) {
  return With(tx, std::move(task), [&](LegTask leg) { return LookAt(std::move(leg), now); });
}

}  // namespace entraide::rides
