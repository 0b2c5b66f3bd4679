// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "services/request/domain/machine.h"
#include "services/request/domain/request.h"
#include "services/request/domain/sets.h"

namespace entraide::request {

// What is arranged for a leg or a visit: who goes, and whether the person still counts on it.
struct Serving {
  std::string assignee{};  // As the organization calls its own; empty: nobody is to go.
  std::optional<absl::Time> reconfirm_time{};
  friend bool operator==(const Serving&, const Serving&) = default;
};

// A request with it.
struct Served {
  Task task{};
  Serving serving{};
};

// Who does something, when, and why.
struct Act {
  Role role = Role::kStaff;
  absl::Time now{};
  std::string reason{};
};

inline constexpr Roles kServers = {Role::kVolunteer, Role::kStaff, Role::kCoordinator};
inline constexpr States kAwaited = {State::kConfirmed, State::kInProgress};
inline constexpr States kOutcomes = {State::kCompleted, State::kNoShow, State::kMissed};

// What legs and visits share once an organization holds them, beside the front.
inline constexpr auto kServing = std::to_array<Row>({
    {"assign", {State::kAccepted}, kHolders, {State::kConfirmed}},
    {"reconfirm", {State::kConfirmed}, {Role::kRequester, Role::kVolunteer}, {State::kConfirmed}},
    {"unassign", {State::kConfirmed}, kHolders, {State::kAccepted}},
    {"complete", kAwaited, kServers, {State::kCompleted}},
    {"no_show", kAwaited, kServers, {State::kNoShow}},
    {"miss", kAwaited, {Role::kRequester, Role::kStaff, Role::kCoordinator}, {State::kMissed}},
    {"lapse", kAwaited, {Role::kSystem}, {State::kExpired}},
    {"correct", kOutcomes, {Role::kCoordinator}, kOutcomes},
    {"settle", {State::kCompleted}, kHolders, {State::kSettled}},
});

// Each function refuses with ROLE_FORBIDS, STATE_FORBIDS, or what it names.

// `assignee` is to go. INVALID_ARGUMENT: FIELDS_INVALID.
absl::StatusOr<Served> Assign(Served served, const std::string& assignee, const Act& act);
// Nobody is any more: not-available, unwell, vehicle, reassigned, other.
// INVALID_ARGUMENT: FIELDS_INVALID.
absl::StatusOr<Served> Unassign(Served served, const Act& act);
// It is still needed. FAILED_PRECONDITION: TOO_EARLY until 48 hours before.
absl::StatusOr<Served> Reconfirm(Served served, const Act& act);
// It was given. FAILED_PRECONDITION: TOO_EARLY before it begins.
absl::StatusOr<Task> CompleteServed(Task task, const Act& act);
// The person was not there; whoever was to come was not. FAILED_PRECONDITION: TOO_EARLY until a
// quarter of an hour after it should have begun.
absl::StatusOr<Task> NoShow(Task task, const Act& act);
absl::StatusOr<Task> Miss(Task task, const Act& act);
// It ended in another of COMPLETED, NO_SHOW and MISSED than was noted: wrong-entry,
// new-information, other. INVALID_ARGUMENT: FIELDS_INVALID. FAILED_PRECONDITION: TOO_LATE 30 days
// after its time.
absl::StatusOr<Task> Correct(Task task, State outcome, const Act& act);
// Its cost is fixed.
absl::StatusOr<Task> Settle(Task task, const Act& act);
// Nobody said how it ended, and nobody will: OUTCOME_UNKNOWN. FAILED_PRECONDITION: TOO_EARLY until
// 30 days after its time, or, without a date, after anything was done.
absl::StatusOr<Task> LapseServed(Task task, const Act& act);
// When that is.
absl::Time LapseTimeOf(const Request& request);
// What its deadline is for: it lapses, or, if its time was moved meanwhile, has a later deadline.
absl::StatusOr<Task> LapseOrWait(Task task, const Act& act);

}  // namespace entraide::request
