// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>

#include "services/garage/domain/job.h"
#include "services/request/domain/machine.h"

// What may happen to a job once a garage has taken it on, by its type.
namespace entraide::garage {

using request::kHolders;
using request::Role;
using request::Row;
using request::State;

inline constexpr auto kRepairMachine = std::to_array<Row>({
    {"schedule", {State::kAccepted, State::kScheduled}, kHolders, {State::kScheduled}},
    {"unschedule", {State::kScheduled}, kHolders, {State::kAccepted}},
    {"no_show", {State::kScheduled}, kHolders, {State::kNoShow}},
    {"take_in", {State::kScheduled}, kHolders, {State::kInWorkshop}},
    {"quote", {State::kInWorkshop, State::kQuoted}, kHolders, {State::kQuoted}},
    {"approve_quote", {State::kQuoted}, {Role::kRequester}, {State::kFunding, State::kApproved}},
    {"refuse_quote", {State::kQuoted}, {Role::kRequester}, {State::kReady}},
    {"expire", {State::kQuoted}, {Role::kSystem}, {State::kReady}},
    {"grant", {State::kFunding}, kHolders, {State::kApproved}},
    {"refuse_funding", {State::kFunding}, kHolders, {State::kQuoted}},
    {"wait_parts", {State::kApproved}, kHolders, {State::kApproved}},
    {"finish", {State::kApproved}, kHolders, {State::kReady}},
    {"give_up",
     {State::kInWorkshop, State::kQuoted, State::kFunding, State::kApproved},
     kHolders,
     {State::kReady}},
    {"remind", {State::kReady}, {Role::kSystem}, {State::kReady}},
    {"return_vehicle", {State::kReady}, kHolders, {State::kReturned}},
    {"settle", {State::kReturned}, kHolders, {State::kSettled}},
});

inline constexpr auto kLoanMachine = std::to_array<Row>({
    {"reserve", {State::kAccepted, State::kReserved}, kHolders, {State::kReserved}},
    {"unreserve", {State::kReserved}, kHolders, {State::kAccepted}},
    {"no_show", {State::kReserved}, kHolders, {State::kNoShow}},
    {"check_out", {State::kReserved}, kHolders, {State::kCheckedOut}},
    {"extend", {State::kCheckedOut}, kHolders, {State::kCheckedOut}},
    {"mark_overdue", {State::kCheckedOut}, {Role::kSystem}, {State::kCheckedOut}},
    {"check_in", {State::kCheckedOut}, kHolders, {State::kCheckedIn}},
    {"write_off", {State::kCheckedOut}, {Role::kCoordinator}, {State::kCheckedIn}},
    {"settle", {State::kCheckedIn}, kHolders, {State::kSettled}},
});

inline constexpr auto kDiagnosisMachine = std::to_array<Row>({
    {"book", {State::kAccepted, State::kBooked}, kHolders, {State::kBooked}},
    {"unbook", {State::kBooked}, kHolders, {State::kAccepted}},
    {"no_show", {State::kBooked}, kHolders, {State::kNoShow}},
    {"finish", {State::kBooked}, kHolders, {State::kDone}},
    {"report", {State::kDone}, kHolders, {State::kReported}},
});

inline constexpr auto kPartsMachine = std::to_array<Row>({
    {"set_aside", {State::kAccepted}, kHolders, {State::kReserved}},
    {"give_up", {State::kAccepted}, kHolders, {State::kUnmet}},
    {"hand_over", {State::kReserved}, kHolders, {State::kHandedOver}},
    {"expire", {State::kReserved}, {Role::kSystem}, {State::kExpired}},
});

constexpr request::Machine MachineOf(JobType type) {
  switch (type) {
    case JobType::kLoan:
      return kLoanMachine;
    case JobType::kDiagnosis:
      return kDiagnosisMachine;
    case JobType::kParts:
      return kPartsMachine;
    case JobType::kRepair:
      break;
  }
  return kRepairMachine;
}

}  // namespace entraide::garage
