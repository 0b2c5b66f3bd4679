// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "services/garage/domain/funding.h"
#include "services/garage/domain/job_act.h"
#include "services/garage/domain/vehicle.h"
#include "tests/services/request/a_task.h"

// Jobs that have come as far as a state, with what a garage has noted of them on the way.
namespace entraide::garage {

using request::kNow;
using request::Role;
using request::State;

inline const absl::CivilDay kToday = absl::ToCivilDay(kNow, request::Paris());  // A Tuesday.
inline constexpr char kVehicle[] = "00000000-0000-4000-8000-00000000000a";

inline Actor By(Role role, absl::Time now = kNow) { return {.role = role, .now = now}; }
inline Actor Staff(absl::Time now = kNow) { return By(Role::kStaff, now); }

inline std::string KindOf(JobType type) {
  switch (type) {
    case JobType::kLoan:
      return "vehicle-loan";
    case JobType::kDiagnosis:
      return "vehicle-check";
    case JobType::kParts:
      return "parts";
    case JobType::kRepair:
      break;
  }
  return "repair";
}

// Two hours at 35 euro, and 80 euro of parts: 150 euro, of which the CCAS is asked for 50.
inline Quote AQuote() {
  return {.version = 1,
          .work_minutes = 120,
          .hourly_rate_cents = 35'00,
          .parts_cents = 80'00,
          .total_cents = 150'00,
          .valid_until = kToday + 30,
          .shares = {{.funder = kClient, .cents = 100'00}, {.funder = "ccas", .cents = 50'00}}};
}

inline Vehicle AVehicle() {
  return {.id = VehicleId(kVehicle),
          .organization = "o1",
          .revision = 1,
          .vehicle_class = "car",
          .plate = "AB-123-CD",
          .display_name = "Petite citadine",
          .roadworthy_until = kToday + 300,
          .insured_until = kToday + 200,
          .mileage_km = 90'000,
          .deposit_cents = 150'00,
          .day_cents = 4'00,
          .create_time = kNow,
          .update_time = kNow};
}

// For two weeks from today on.
inline Loan ALoan() {
  return {.vehicle = VehicleId(kVehicle),
          .first_day = kToday,
          .last_day = kToday + 13,
          .day_cents = 4'00,
          .km_allowance = 1000,
          .extra_km_cents = 10};
}

inline Loan ALoanThatIsOut() {
  Loan loan = ALoan();
  loan.out = Handover{.time = kNow, .mileage_km = 90'010, .fuel_eighths = 4};
  loan.deposit = DepositState::kHeld;
  loan.deposit_cents = 150'00;
  return loan;
}

inline void AddRepairProgress(Job& job) {
  const State state = job.task.request.state;
  Progress& progress = job.details.progress;
  if (state == State::kScheduled || state == State::kBooked || KeepsPlace(state)) {
    progress.appointment =
        Appointment{.start = kNow - absl::Hours(1), .end = kNow + absl::Hours(1)};
  }
  if (TypeOf(job.task.request.kind) != JobType::kRepair || state == State::kScheduled) return;
  progress.repair = Repair{.mileage_km = 120'000};
  progress.quote = AQuote();
  if (state == State::kFunding || state == State::kApproved) {
    progress.quote->shares[0].state = ShareState::kGranted;
  }
  if (state == State::kReady || state == State::kReturned) {
    progress.repair->outcome = Outcome::kRepaired;
    progress.repair->cost_cents = 150'00;
    for (Share& share : progress.quote->shares) share.state = ShareState::kGranted;
  }
}

inline Job AJob(JobType type, State state = State::kAccepted) {
  Job job{.task = request::ATask(state), .details = {.vehicle_class = "car"}};
  request::Request& request = job.task.request;
  request.kind = KindOf(type);
  request.held_by = request::OrganizationId("o1");
  request.timing = {};
  Progress& progress = job.details.progress;
  if (type == JobType::kRepair || type == JobType::kDiagnosis) AddRepairProgress(job);
  if (type == JobType::kLoan) progress.loan = ALoanThatIsOut();
  if (type == JobType::kLoan && state == State::kReserved) progress.loan = ALoan();
  if (type == JobType::kLoan && state == State::kCheckedIn) {
    progress.loan->in = Handover{.time = kNow + absl::Hours(24), .mileage_km = 90'110};
  }
  if (type == JobType::kParts) progress.part = PartKept{.price_cents = 25'00, .keep_until = kToday};
  return job;
}

}  // namespace entraide::garage
