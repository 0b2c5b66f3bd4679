// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/domain/due.h"

#include <utility>

#include "services/garage/domain/loan.h"
#include "services/garage/domain/parts.h"
#include "services/garage/domain/repair.h"
#include "services/request/domain/ending.h"
#include "services/request/domain/paris.h"

namespace entraide::garage {
namespace {

constexpr absl::Duration kBetweenReminders = absl::Hours(7 * 24);

absl::Time EndOf(absl::CivilDay day) { return absl::FromCivil(day + 1, request::Paris()); }

}  // namespace

std::optional<absl::Time> DeadlineOf(const Job& job) {
  const Progress& progress = job.details.progress;
  switch (job.task.request.state) {
    case request::State::kQuoted:
      return EndOf(*progress.quote->valid_until);
    case request::State::kReady:
      return job.task.request.update_time + kBetweenReminders;
    case request::State::kCheckedOut:
      return NextReminder(*progress.loan);
    case request::State::kReserved:
      if (!progress.part.has_value()) return std::nullopt;
      return EndOf(progress.part->keep_until);
    default:
      return std::nullopt;
  }
}

absl::Status CheckDue(const Job& job, const Actor& actor) {
  return actor.now < DeadlineOf(job).value_or(absl::InfiniteFuture()) ? TooEarly()
                                                                      : absl::OkStatus();
}

absl::StatusOr<Job> DoWhatIsDue(Job job, absl::Time now) {
  const Actor clock{.role = request::Role::kSystem, .now = now};
  switch (job.task.request.state) {
    case request::State::kQuoted:
      return ExpireQuote(std::move(job), clock);
    case request::State::kReady:
      return RemindToFetch(std::move(job), clock);
    case request::State::kCheckedOut:
      return MarkOverdue(std::move(job), clock);
    case request::State::kReserved:
      return ExpirePart(std::move(job), clock);
    default:
      return request::StateForbids();
  }
}

}  // namespace entraide::garage
