// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/acting_on_loan.h"

#include <string>
#include <utility>

#include "services/garage/convert_action.h"
#include "services/garage/domain/loan.h"
#include "services/garage/store/vehicle_store.h"
#include "services/platform/base/status.h"

namespace entraide::garage {
namespace {

using Action = v1::ActOnJobRequest;

absl::StatusOr<Vehicle> VehicleOf(pg::Transaction& tx, const Job& job) {
  return LockVehicle(tx, job.task.request.held_by->value(), job.details.progress.loan->vehicle);
}

absl::StatusOr<Job> ReserveOne(pg::Transaction& tx, Job job, const v1::Reserve& reserve,
                               const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "reserve", actor));
  const std::string& organization = job.task.request.held_by->value();
  ASSIGN_OR_RETURN(Wish wish, ParseReserve(reserve, organization, actor.now));
  ASSIGN_OR_RETURN(const Vehicle vehicle, LockVehicle(tx, organization, wish.vehicle));
  if (!wish.says_price) wish.loan.day_cents = vehicle.day_cents;
  return Reserve(std::move(job), std::move(wish.loan), vehicle, actor);
}

absl::StatusOr<Job> HandOutOne(pg::Transaction& tx, Job job, const v1::CheckOut& check_out,
                               const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "check_out", actor));
  ASSIGN_OR_RETURN(const CheckOut seen, ParseCheckOut(check_out));
  ASSIGN_OR_RETURN(const Vehicle vehicle, VehicleOf(tx, job));
  return HandOut(std::move(job), seen, vehicle, actor);
}

absl::StatusOr<Job> ExtendOne(pg::Transaction& tx, Job job, const v1::Extend& extend,
                              const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "extend", actor));
  ASSIGN_OR_RETURN(const absl::CivilDay last_day, ParseLastDay(extend));
  ASSIGN_OR_RETURN(const Vehicle vehicle, VehicleOf(tx, job));
  return Extend(std::move(job), last_day, vehicle, actor);
}

// Writes into the fleet what became of the vehicle of a job that has just been CHECKED_IN.
absl::StatusOr<Job> TakeBack(pg::Transaction& tx, absl::StatusOr<Job> job, const Actor& actor) {
  RETURN_IF_ERROR(job.status());
  ASSIGN_OR_RETURN(Vehicle vehicle, VehicleOf(tx, *job));
  const Loan& loan = *job->details.progress.loan;
  vehicle.mileage_km = loan.in->mileage_km;
  if (!loan.written_off.empty()) vehicle.retired = loan.written_off;
  vehicle.update_time = actor.now;
  RETURN_IF_ERROR(SaveVehicle(tx, std::move(vehicle)).status());
  return job;
}

}  // namespace

absl::StatusOr<Job> ActOnLoan(pg::Transaction& tx, Job job, const Action& action,
                              const Actor& actor) {
  switch (action.action_case()) {
    case Action::kReserve:
      return ReserveOne(tx, std::move(job), action.reserve(), actor);
    case Action::kUnreserve: {
      ASSIGN_OR_RETURN(const std::string reason,
                       ParseReason("unreserve.reason", action.unreserve().reason()));
      return Unreserve(std::move(job), reason, actor);
    }
    case Action::kCheckOut:
      return HandOutOne(tx, std::move(job), action.check_out(), actor);
    case Action::kExtend:
      return ExtendOne(tx, std::move(job), action.extend(), actor);
    case Action::kWriteOff:
      return TakeBack(tx, WriteOff(std::move(job), action.write_off().reason(), actor), actor);
    default: {
      ASSIGN_OR_RETURN(Handover handover, ParseCheckIn(action.check_in()));
      return TakeBack(tx, CheckIn(std::move(job), std::move(handover), actor), actor);
    }
  }
}

absl::StatusOr<Job> SettleLoan(Job job, const v1::Settle& settle, const Actor& actor) {
  RETURN_IF_ERROR(CheckSettle(settle));
  return SettleLoan(std::move(job), settle.deposit_kept_cents(), settle.deposit_kept_reason(),
                    actor);
}

}  // namespace entraide::garage
