// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/domain/parts.h"

#include <utility>

#include "services/garage/domain/due.h"
#include "services/platform/base/status.h"
#include "services/platform/base/violations.h"
#include "services/request/domain/ending.h"

namespace entraide::garage {
namespace {

using request::State;

Job End(Job job, State state, absl::string_view action, const std::string& reason,
        const Actor& actor) {
  Move(job, state, action, actor, reason);
  job.task.request.reason = reason;
  return job;
}

}  // namespace

absl::StatusOr<Job> SetAside(Job job, const PartKept& part, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "set_aside", actor));
  if (part.keep_until < Today(actor)) {
    return InvalidField("set_aside.keep_until_date", "IN_PAST", "today or later");
  }
  job.details.progress.part = part;
  Move(job, State::kReserved, "set_aside", actor);
  return job;
}

absl::StatusOr<Job> GiveUpPart(Job job, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "give_up", actor));
  return End(std::move(job), State::kUnmet, "give_up", "PART_NOT_FOUND", actor);
}

absl::StatusOr<Job> HandOver(Job job, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "hand_over", actor));
  Move(job, State::kHandedOver, "hand_over", actor);
  return job;
}

absl::StatusOr<Job> ExpirePart(Job job, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "expire", actor));
  RETURN_IF_ERROR(CheckDue(job, actor));
  return End(std::move(job), State::kExpired, "expire", "NOT_FETCHED", actor);
}

}  // namespace entraide::garage
