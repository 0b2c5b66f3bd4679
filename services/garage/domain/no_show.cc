// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/domain/no_show.h"

#include "services/platform/base/status.h"
#include "services/request/domain/paris.h"

namespace entraide::garage {
namespace {

bool IsWorkingDay(absl::CivilDay day) {
  const absl::Weekday weekday = absl::GetWeekday(day);
  return weekday != absl::Weekday::saturday && weekday != absl::Weekday::sunday;
}

absl::Time EndOfWorkingDayAfter(absl::CivilDay day) {
  do {
    ++day;
  } while (!IsWorkingDay(day));
  return absl::FromCivil(day + 1, request::Paris());
}

}  // namespace

absl::StatusOr<Job> NoShow(Job job, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "no_show", actor));
  const Progress& progress = job.details.progress;
  const absl::Time earliest = progress.appointment.has_value()
                                  ? progress.appointment->start
                                  : EndOfWorkingDayAfter(progress.loan->first_day);
  if (actor.now < earliest) return TooEarly();
  Move(job, request::State::kNoShow, "no_show", actor);
  return job;
}

}  // namespace entraide::garage
