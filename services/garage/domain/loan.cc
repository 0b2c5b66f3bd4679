// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/domain/loan.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/algorithm/container.h"
#include "services/garage/domain/due.h"
#include "services/platform/base/status.h"
#include "services/platform/base/violations.h"
#include "services/request/domain/paris.h"

namespace entraide::garage {
namespace {

using request::State;

constexpr int kMostDays = 92;  // Three months, extensions included.
constexpr int kDueHour = 18;   // On the last day.
constexpr std::array<int, 3> kReminderDays = {0, 1, 3};
// Any of them covers the scooter's.
constexpr std::array<absl::string_view, 5> kCoveringAm = {"AM", "A1", "A2", "A", "B"};

absl::Status Refusal(absl::string_view why, absl::string_view reason) {
  return WithReason(absl::FailedPreconditionError(why), reason);
}

absl::Status CheckLength(const Loan& loan) {
  if (loan.last_day - loan.first_day + 1 <= kMostDays) return absl::OkStatus();
  return Refusal("longer than three months in all", "TOO_LONG");
}

bool MayDrive(const std::vector<std::string>& categories, absl::string_view wanted) {
  if (wanted.empty()) return true;
  if (wanted != "AM") return absl::c_linear_search(categories, wanted);
  return absl::c_any_of(categories, [](const std::string& category) {
    return absl::c_linear_search(kCoveringAm, category);
  });
}

absl::Status CheckPapers(const JobDetails& details, const CheckOut& seen, const Vehicle& vehicle,
                         absl::CivilDay today) {
  if (!seen.contract_signed) return Refusal("the contract is not signed", "CONTRACT_MISSING");
  if (seen.deposit_cents < vehicle.deposit_cents) {
    return Refusal("the deposit is not there", "DEPOSIT_MISSING");
  }
  if (!MayDrive(seen.licence_categories, LicenceFor(vehicle.vehicle_class))) {
    return Refusal("no licence for it was shown", "LICENCE_MISSING");
  }
  const std::optional<absl::CivilDay> until = request::ParseDay(details.prescription_until);
  if (until.has_value() && *until < today) {
    return Refusal("the prescription is too old", "PRESCRIPTION_EXPIRED");
  }
  return absl::OkStatus();
}

absl::Status MileageBelow() { return Refusal("less than it had", "MILEAGE_BELOW"); }

}  // namespace

absl::StatusOr<Job> Reserve(Job job, Loan loan, const Vehicle& vehicle, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "reserve", actor));
  RETURN_IF_ERROR(CheckLength(loan));
  RETURN_IF_ERROR(CheckFit(vehicle, job.details.vehicle_class, loan.last_day));
  loan.vehicle = vehicle.id;
  job.details.progress.loan = std::move(loan);
  Move(job, State::kReserved, "reserve", actor);
  return job;
}

absl::StatusOr<Job> Unreserve(Job job, const std::string& reason, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "unreserve", actor));
  Move(job, State::kAccepted, "unreserve", actor, reason);
  return job;
}

absl::StatusOr<Job> HandOut(Job job, const CheckOut& seen, const Vehicle& vehicle,
                            const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "check_out", actor));
  Loan& loan = *job.details.progress.loan;
  if (!seen.prescription_until.empty()) job.details.prescription_until = seen.prescription_until;
  RETURN_IF_ERROR(CheckPapers(job.details, seen, vehicle, Today(actor)));
  RETURN_IF_ERROR(CheckFit(vehicle, job.details.vehicle_class, loan.last_day));
  if (seen.handover.mileage_km < vehicle.mileage_km) return MileageBelow();
  loan.first_day = std::min(Today(actor), loan.last_day);
  loan.out = seen.handover;
  loan.out->time = actor.now;
  loan.deposit_cents = seen.deposit_cents;
  loan.deposit = seen.deposit_cents > 0 ? DepositState::kHeld : DepositState::kNone;
  Move(job, State::kCheckedOut, "check_out", actor);
  return job;
}

absl::StatusOr<Job> Extend(Job job, absl::CivilDay last_day, const Vehicle& vehicle,
                           const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "extend", actor));
  Loan& loan = *job.details.progress.loan;
  if (last_day <= loan.last_day) {
    return InvalidField("extend.last_date", "OUT_OF_RANGE", "after the present last day");
  }
  loan.last_day = last_day;
  loan.reminder_count = 0;
  RETURN_IF_ERROR(CheckLength(loan));
  RETURN_IF_ERROR(CheckFit(vehicle, vehicle.vehicle_class, last_day));
  Move(job, State::kCheckedOut, "extend", actor);
  return job;
}

std::optional<absl::Time> NextReminder(const Loan& loan) {
  const auto count = static_cast<std::size_t>(loan.reminder_count);
  if (count >= kReminderDays.size()) return std::nullopt;
  const absl::CivilDay day = loan.last_day + kReminderDays.at(count);
  return absl::FromCivil(absl::CivilHour(day) + kDueHour, request::Paris());
}

absl::StatusOr<Job> MarkOverdue(Job job, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "mark_overdue", actor));
  RETURN_IF_ERROR(CheckDue(job, actor));
  ++job.details.progress.loan->reminder_count;
  Move(job, State::kCheckedOut, "mark_overdue", actor);
  return job;
}

absl::StatusOr<Job> CheckIn(Job job, Handover handover, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "check_in", actor));
  Loan& loan = *job.details.progress.loan;
  if (handover.mileage_km < loan.out->mileage_km) return MileageBelow();
  handover.time = actor.now;
  loan.in = std::move(handover);
  loan.last_day = std::max(loan.first_day, std::min(loan.last_day, Today(actor)));
  Move(job, State::kCheckedIn, "check_in", actor);
  return job;
}

absl::StatusOr<Job> WriteOff(Job job, const std::string& reason, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "write_off", actor));
  if (reason != "STOLEN" && reason != "WRECKED") {
    return InvalidField("write_off.reason", reason.empty() ? "REQUIRED" : "UNKNOWN_VALUE",
                        "STOLEN or WRECKED");
  }
  Loan& loan = *job.details.progress.loan;
  loan.written_off = reason;
  loan.in = Handover{.time = actor.now, .mileage_km = loan.out->mileage_km, .damage = reason};
  Move(job, State::kCheckedIn, "write_off", actor, reason);
  return job;
}

absl::StatusOr<Job> SettleLoan(Job job, Cents kept, const std::string& reason, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "settle", actor));
  Loan& loan = *job.details.progress.loan;
  if (kept > loan.deposit_cents) {
    return InvalidField("settle.deposit_kept_cents", "OUT_OF_RANGE", "at most the deposit");
  }
  if (kept > 0 && reason.empty()) {
    return InvalidField("settle.deposit_kept_reason", "REQUIRED", "why it is kept");
  }
  if (loan.deposit == DepositState::kHeld) {
    loan.deposit = kept > 0 ? DepositState::kKept : DepositState::kReturned;
  }
  loan.kept_cents = kept;
  loan.kept_reason = reason;
  loan.price_cents = PriceOf(loan);
  Move(job, State::kSettled, "settle", actor);
  return job;
}

Cents PriceOf(const Loan& loan) {
  if (!loan.out.has_value() || !loan.in.has_value()) return 0;
  const absl::TimeZone paris = request::Paris();
  const auto days =
      absl::ToCivilDay(loan.in->time, paris) - absl::ToCivilDay(loan.out->time, paris) + 1;
  const int driven = loan.in->mileage_km - loan.out->mileage_km;
  const int beyond = loan.km_allowance > 0 ? std::max(0, driven - loan.km_allowance) : 0;
  return days * loan.day_cents + beyond * loan.extra_km_cents;
}

}  // namespace entraide::garage
