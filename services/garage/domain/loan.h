// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/garage/domain/job_act.h"
#include "services/garage/domain/vehicle.h"

// LOAN: each action gives the job as it is after it. What the state or the role does not allow is
// refused as CheckStep says, other guards as stated. That a vehicle is with one person at a time is
// for the database: VEHICLE_BUSY.
namespace entraide::garage {

// Staff. VEHICLE_NOT_FIT, TOO_LONG.
absl::StatusOr<Job> Reserve(Job job, Loan loan, const Vehicle& vehicle, const Actor& actor);
// Staff. The person is told why.
absl::StatusOr<Job> Unreserve(Job job, const std::string& reason, const Actor& actor);

// What is seen when the keys are handed over.
struct CheckOut {
  bool contract_signed = false;
  Cents deposit_cents = 0;
  std::vector<std::string> licence_categories{};  // On the licence that was shown.
  std::string prescription_until{};               // Of a renewed one; `YYYY-MM-DD` or empty.
  Handover handover{};
};
// Staff. CONTRACT_MISSING, DEPOSIT_MISSING, LICENCE_MISSING, PRESCRIPTION_EXPIRED, VEHICLE_NOT_FIT,
// MILEAGE_BELOW. The loan begins today.
absl::StatusOr<Job> HandOut(Job job, const CheckOut& seen, const Vehicle& vehicle,
                            const Actor& actor);
// Staff. TOO_LONG, VEHICLE_NOT_FIT.
absl::StatusOr<Job> Extend(Job job, absl::CivilDay last_day, const Vehicle& vehicle,
                           const Actor& actor);
// When the borrower is reminded next: the evening it is due back, one and three days later; nothing
// once that is done.
std::optional<absl::Time> NextReminder(const Loan& loan);
// The system. TOO_EARLY before NextReminder.
absl::StatusOr<Job> MarkOverdue(Job job, const Actor& actor);
// Staff. MILEAGE_BELOW: less than when it went out. The vehicle is free from tomorrow on.
absl::StatusOr<Job> CheckIn(Job job, Handover handover, const Actor& actor);
// A coordinator. `reason` is STOLEN or WRECKED.
absl::StatusOr<Job> WriteOff(Job job, const std::string& reason, const Actor& actor);
// Staff. The deposit is returned, but for `kept`, which wants a reason.
absl::StatusOr<Job> SettleLoan(Job job, Cents kept, const std::string& reason, const Actor& actor);

// Days and kilometres at the loan's price.
Cents PriceOf(const Loan& loan);

}  // namespace entraide::garage
