// SPDX-License-Identifier: EUPL-1.2
#include "services/homehelp/visit_acts.h"

#include <cstdint>
#include <optional>
#include <utility>

#include "absl/functional/function_ref.h"
#include "services/homehelp/convert.h"
#include "services/homehelp/domain/visit_steps.h"
#include "services/homehelp/store/visit_store.h"
#include "services/platform/base/status.h"
#include "services/request/acting.h"
#include "services/request/serve.h"

namespace entraide::homehelp {
namespace {

using request::Act;
using request::Role;
using request::Task;

using Decide = absl::FunctionRef<absl::StatusOr<VisitTask>(VisitTask)>;

absl::StatusOr<Task> With(pg::Transaction& tx, Task task, Decide decide) {
  const request::RequestId id = task.request.id;
  ASSIGN_OR_RETURN(const auto visits, LoadVisits(tx, {id}));
  const auto found = visits.find(id);
  if (found == visits.end()) return absl::DataLossError("a request has no details");
  ASSIGN_OR_RETURN(VisitTask after, decide({std::move(task), found->second}));
  RETURN_IF_ERROR(SaveVisit(tx, id, after.details));
  return std::move(after.task);
}

absl::StatusOr<VisitTask> Put(VisitTask visit, absl::StatusOr<request::Served> served) {
  RETURN_IF_ERROR(served.status());
  visit.task = std::move(served->task);
  visit.details.serving = std::move(served->serving);
  return visit;
}

absl::StatusOr<VisitTask> ServeVisit(VisitTask visit, const common::v1::ServingAction& action,
                                     const Act& act) {
  absl::StatusOr<request::Served> served =
      request::Serve({visit.task, visit.details.serving}, action, act);
  // What its state forbids is told before what its price does.
  if (served.ok() && action.has_assign()) RETURN_IF_ERROR(CheckQuoted(visit));
  return Put(std::move(visit), std::move(served));
}

}  // namespace

absl::StatusOr<Task> ActOnVisit(pg::Transaction& tx, Task task,
                                const v1::ActOnVisitRequest& request, Role role, absl::Time now) {
  const Act act{.role = role, .now = now};
  return With(tx, std::move(task), [&](VisitTask visit) -> absl::StatusOr<VisitTask> {
    switch (request.action_case()) {
      case v1::ActOnVisitRequest::kServing:
        return ServeVisit(std::move(visit), request.serving(), act);
      case v1::ActOnVisitRequest::kQuote:
        return GiveQuote(std::move(visit), ParseQuote(request.quote()), act);
      case v1::ActOnVisitRequest::kSettle: {
        std::optional<std::int64_t> cost_cents;
        if (request.settle().has_cost_cents()) cost_cents = request.settle().cost_cents();
        return SettleVisit(std::move(visit), cost_cents, act);
      }
      default:
        return request::ActionMissing();
    }
  });
}

absl::StatusOr<Task> CompleteVisitAs(pg::Transaction& tx, Task task,
                                     const v1::CompleteVisitRequest& request, Role role,
                                     absl::Time now) {
  std::optional<int> minutes;
  if (request.worked_minutes() != 0) minutes = request.worked_minutes();
  return With(tx, std::move(task), [&](VisitTask visit) {
    return CompleteVisit(std::move(visit), minutes, {.role = role, .now = now});
  });
}

absl::StatusOr<Task> ReplyOnVisit(pg::Transaction& tx, Task task,
                                  const v1::ReplyOnVisitRequest& request, absl::Time now) {
  const Act act{.role = Role::kRequester, .now = now};
  return With(tx, std::move(task), [&](VisitTask visit) -> absl::StatusOr<VisitTask> {
    switch (request.action_case()) {
      case v1::ReplyOnVisitRequest::kServed:
        return Put(visit,
                   request::Serve({visit.task, visit.details.serving}, request.served(), act));
      case v1::ReplyOnVisitRequest::kAcceptQuote:
        return AcceptQuote(std::move(visit), act);
      case v1::ReplyOnVisitRequest::kRefuseQuote:
        return RefuseQuote(std::move(visit), act);
      default:
        return request::ActionMissing();
    }
  });
}

absl::StatusOr<Task> WakeVisit(pg::Transaction& tx, Task task, absl::Time now) {
  const Act act{.role = Role::kSystem, .now = now};
  if (task.request.state == request::State::kQuoted) {
    return With(tx, std::move(task),
                [&](VisitTask visit) { return ExpireQuote(std::move(visit), act); });
  }
  return request::LapseOrWait(std::move(task), act);
}

}  // namespace entraide::homehelp
