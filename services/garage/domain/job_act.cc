// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/domain/job_act.h"

#include <utility>

#include "absl/algorithm/container.h"
#include "services/garage/domain/due.h"
#include "services/garage/domain/machines.h"
#include "services/platform/base/status.h"
#include "services/request/domain/ending.h"
#include "services/request/domain/paris.h"

namespace entraide::garage {

absl::Status CheckStep(const Job& job, absl::string_view action, const Actor& actor) {
  const request::Request& request = job.task.request;
  const request::Machine machine = MachineOf(TypeOf(request.kind));
  const bool known =
      absl::c_any_of(machine, [&](const request::Row& row) { return row.action == action; });
  if (!known) return request::StateForbids();
  return request::CheckStep(machine, request.state, action, actor.role);
}

bool KeepsPlace(State state) {
  constexpr request::States kKeeping = {State::kScheduled, State::kInWorkshop, State::kQuoted,
                                        State::kFunding,   State::kApproved,   State::kBooked};
  return kKeeping.Has(state);
}

void Move(Job& job, request::State state, absl::string_view action, const Actor& actor,
          std::string reason) {
  request::Move(job.task, state,
                {.time = actor.now,
                 .role = actor.role,
                 .action = std::string(action),
                 .reason = std::move(reason)});
  Progress& progress = job.details.progress;
  if (!KeepsPlace(state)) progress.appointment.reset();
  if (state != State::kReserved && progress.loan.has_value() && !progress.loan->out.has_value()) {
    progress.loan.reset();
  }
  job.task.request.deadline = DeadlineOf(job);
}

absl::CivilDay Today(const Actor& actor) { return absl::ToCivilDay(actor.now, request::Paris()); }

absl::Status TooEarly() {
  return WithReason(absl::FailedPreconditionError("it is too early for that"), "TOO_EARLY");
}

}  // namespace entraide::garage
