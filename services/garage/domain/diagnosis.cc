// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/domain/diagnosis.h"

#include <utility>

#include "services/platform/base/status.h"

namespace entraide::garage {

using request::State;

Place PlaceFor(absl::string_view kind) {
  return kind == "mobility-advice" ? Place::kAdviser : Place::kBay;
}

absl::StatusOr<Job> Book(Job job, const Slot& slot, const Workshop& workshop,
                         const std::vector<Appointment>& booked, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "book", actor));
  ASSIGN_OR_RETURN(job.details.progress.appointment,
                   FindPlace(workshop, booked, PlaceFor(job.task.request.kind), slot));
  Move(job, State::kBooked, "book", actor);
  return job;
}

absl::StatusOr<Job> Unbook(Job job, const std::string& reason, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "unbook", actor));
  Move(job, State::kAccepted, "unbook", actor, reason);
  return job;
}

absl::StatusOr<Job> FinishDiagnosis(Job job, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "finish", actor));
  if (actor.now < job.details.progress.appointment->start) return TooEarly();
  Move(job, State::kDone, "finish", actor);
  return job;
}

absl::StatusOr<Job> WriteReport(Job job, Report report, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "report", actor));
  const bool prescribed = job.task.request.filed_by.has_value();
  if (report.to_prescriber && (report.consent.empty() || !prescribed)) {
    return WithReason(absl::FailedPreconditionError("nobody agreed that a prescriber reads it"),
                      "CONSENT_MISSING");
  }
  job.details.progress.report = std::move(report);
  Move(job, State::kReported, "report", actor);
  return job;
}

}  // namespace entraide::garage
