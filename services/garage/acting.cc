// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/acting.h"

#include <string>
#include <utility>
#include <vector>

#include "services/garage/acting_on_loan.h"
#include "services/garage/convert_action.h"
#include "services/garage/domain/diagnosis.h"
#include "services/garage/domain/due.h"
#include "services/garage/domain/no_show.h"
#include "services/garage/domain/parts.h"
#include "services/garage/domain/repair.h"
#include "services/garage/store/job_store.h"
#include "services/garage/store/progress_store.h"
#include "services/garage/store/workshop_store.h"
#include "services/platform/base/status.h"
#include "services/platform/base/violations.h"
#include "services/request/domain/holding.h"
#include "services/request/domain/paris.h"

namespace entraide::garage {
namespace {

using Action = v1::ActOnJobRequest;

// What an appointment has to be fitted into: the workshop, which nobody else books meanwhile, and
// what is kept that day for others.
struct Diary {
  Workshop workshop{};
  std::vector<Appointment> booked{};
};

absl::StatusOr<Diary> OpenDiary(pg::Transaction& tx, const Job& job, const Slot& slot) {
  const request::Request& request = job.task.request;
  const absl::CivilDay day = absl::ToCivilDay(slot.start, request::Paris());
  Diary diary;
  ASSIGN_OR_RETURN(diary.workshop, LockWorkshop(tx, *request.held_by));
  ASSIGN_OR_RETURN(const std::vector<Booking> bookings,
                   ListBookings(tx, *request.held_by, absl::FromCivil(day, request::Paris()),
                                absl::FromCivil(day + 1, request::Paris())));
  for (const Booking& booking : bookings) {
    if (booking.request != request.id) diary.booked.push_back(booking.appointment);
  }
  return diary;
}

absl::StatusOr<Job> ActOnRepair(pg::Transaction& tx, Job job, const Action& action,
                                const Actor& actor) {
  switch (action.action_case()) {
    case Action::kSchedule: {
      ASSIGN_OR_RETURN(const Slot slot, ParseSlot(action.schedule(), actor.now));
      ASSIGN_OR_RETURN(const Diary diary, OpenDiary(tx, job, slot));
      return Schedule(std::move(job), slot, diary.workshop, diary.booked, actor);
    }
    case Action::kUnschedule: {
      ASSIGN_OR_RETURN(const std::string reason,
                       ParseReason("unschedule.reason", action.unschedule().reason()));
      return Unschedule(std::move(job), reason, actor);
    }
    case Action::kTakeIn: {
      ASSIGN_OR_RETURN(const int mileage_km, ParseMileage(action.take_in()));
      return TakeIn(std::move(job), mileage_km, actor);
    }
    case Action::kQuote: {
      ASSIGN_OR_RETURN(Quote quote, ParseQuote(action.quote()));
      return MakeQuote(std::move(job), std::move(quote), actor);
    }
    case Action::kGrant: {
      ASSIGN_OR_RETURN(const std::vector<Share> granted, ParseGranted(action.grant()));
      return Grant(std::move(job), granted, actor);
    }
    case Action::kRefuseFunding:
      return RefuseFunding(std::move(job), action.refuse_funding().funder(), actor);
    case Action::kWaitParts: {
      ASSIGN_OR_RETURN(const absl::CivilDay day, ParseExpected(action.wait_parts(), actor.now));
      return WaitParts(std::move(job), day, actor);
    }
    default:
      return ReturnVehicle(std::move(job), actor);
  }
}

absl::StatusOr<Job> ActOnDiagnosis(pg::Transaction& tx, Job job, const Action& action,
                                   const Actor& actor) {
  switch (action.action_case()) {
    case Action::kBook: {
      ASSIGN_OR_RETURN(const Slot slot, ParseSlot(action.book(), actor.now));
      ASSIGN_OR_RETURN(const Diary diary, OpenDiary(tx, job, slot));
      return Book(std::move(job), slot, diary.workshop, diary.booked, actor);
    }
    case Action::kUnbook: {
      ASSIGN_OR_RETURN(const std::string reason,
                       ParseReason("unbook.reason", action.unbook().reason()));
      return Unbook(std::move(job), reason, actor);
    }
    default: {
      ASSIGN_OR_RETURN(Report report, ParseReport(action.report()));
      return WriteReport(std::move(job), std::move(report), actor);
    }
  }
}

absl::StatusOr<Job> ActOnPart(Job job, const Action& action, const Actor& actor) {
  if (action.action_case() == Action::kHandOver) return HandOver(std::move(job), actor);
  ASSIGN_OR_RETURN(const PartKept part, ParseSetAside(action.set_aside()));
  return SetAside(std::move(job), part, actor);
}

absl::StatusOr<Job> FinishJob(Job job, const Action& action, const Actor& actor) {
  if (TypeOf(job.task.request.kind) != JobType::kRepair) {
    return FinishDiagnosis(std::move(job), actor);
  }
  ASSIGN_OR_RETURN(const Cents cost, ParseCost("finish.cost_cents", action.finish().cost_cents()));
  return Finish(std::move(job), cost, actor);
}

absl::StatusOr<Job> GiveUp(Job job, const Action& action, const Actor& actor) {
  // For what waits there will be no room, whatever its type.
  if (job.task.request.state == request::State::kWaitlisted) {
    ASSIGN_OR_RETURN(job.task, request::GiveUp(std::move(job.task), actor.role, actor.now));
    return job;
  }
  if (TypeOf(job.task.request.kind) != JobType::kRepair) return GiveUpPart(std::move(job), actor);
  ASSIGN_OR_RETURN(const Cents cost,
                   ParseCost("give_up.cost_cents", action.give_up().cost_cents()));
  return GiveUpRepair(std::move(job), action.give_up().reason(), cost, actor);
}

absl::StatusOr<Job> Settle(pg::Transaction& tx, Job job, const Action& action, const Actor& actor) {
  if (TypeOf(job.task.request.kind) == JobType::kLoan) {
    return SettleLoan(std::move(job), action.settle(), actor);
  }
  // No number is drawn in vain.
  RETURN_IF_ERROR(CheckStep(job, "settle", actor));
  ASSIGN_OR_RETURN(const std::string invoice, NextInvoice(tx, *job.task.request.held_by,
                                                          static_cast<int>(Today(actor).year())));
  return SettleRepair(std::move(job), invoice, actor);
}

absl::StatusOr<Job> Decide(pg::Transaction& tx, Job job, const Action& action, const Actor& actor) {
  switch (action.action_case()) {
    case Action::kSchedule:
    case Action::kUnschedule:
    case Action::kTakeIn:
    case Action::kQuote:
    case Action::kGrant:
    case Action::kRefuseFunding:
    case Action::kWaitParts:
    case Action::kReturnVehicle:
      return ActOnRepair(tx, std::move(job), action, actor);
    case Action::kReserve:
    case Action::kUnreserve:
    case Action::kCheckOut:
    case Action::kExtend:
    case Action::kCheckIn:
    case Action::kWriteOff:
      return ActOnLoan(tx, std::move(job), action, actor);
    case Action::kBook:
    case Action::kUnbook:
    case Action::kReport:
      return ActOnDiagnosis(tx, std::move(job), action, actor);
    case Action::kSetAside:
    case Action::kHandOver:
      return ActOnPart(std::move(job), action, actor);
    case Action::kNoShow:
      return NoShow(std::move(job), actor);
    case Action::kFinish:
      return FinishJob(std::move(job), action, actor);
    case Action::kGiveUp:
      return GiveUp(std::move(job), action, actor);
    case Action::kSettle:
      return Settle(tx, std::move(job), action, actor);
    case Action::kCommon:
    case Action::kProposeChange:
    case Action::ACTION_NOT_SET:
      break;
  }
  return InvalidField("action", "REQUIRED", "what is done");
}

absl::StatusOr<Job> DecideReply(Job job, const v1::ReplyOnJobRequest& reply, const Actor& actor) {
  switch (reply.action_case()) {
    case v1::ReplyOnJobRequest::kApproveQuote:
      return ApproveQuote(std::move(job), reply.approve_quote().version(), actor);
    case v1::ReplyOnJobRequest::kRefuseQuote:
      return RefuseQuote(std::move(job), reply.refuse_quote().version(), actor);
    default:
      break;
  }
  return InvalidField("action", "REQUIRED", "what is done");
}

// Loads the job, and stores what `decide` makes of it.
template <typename Decision>
absl::StatusOr<request::Task> Change(pg::Transaction& tx, request::Task task,
                                     const Decision& decide) {
  ASSIGN_OR_RETURN(Jobs found, LoadJobs(tx, {task.request.id}));
  if (found.empty()) return absl::DataLossError("a request has no details");
  const Job before{.task = std::move(task), .details = std::move(found.begin()->second)};
  ASSIGN_OR_RETURN(Job after, decide(before));
  RETURN_IF_ERROR(SaveProgress(tx, before, after));
  return std::move(after.task);
}

}  // namespace

absl::StatusOr<request::Task> Act(pg::Transaction& tx, request::Task task, const Action& action,
                                  const Actor& actor) {
  return Change(tx, std::move(task),
                [&](const Job& job) { return Decide(tx, job, action, actor); });
}

absl::StatusOr<request::Task> Reply(pg::Transaction& tx, request::Task task,
                                    const v1::ReplyOnJobRequest& reply, absl::Time now) {
  const Actor actor{.role = request::Role::kRequester, .now = now};
  return Change(tx, std::move(task),
                [&](const Job& job) { return DecideReply(job, reply, actor); });
}

absl::StatusOr<request::Task> OnTime(pg::Transaction& tx, request::Task task, absl::Time now) {
  return Change(tx, std::move(task), [&](const Job& job) { return DoWhatIsDue(job, now); });
}

}  // namespace entraide::garage
