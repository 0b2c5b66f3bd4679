// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "services/request/domain/request.h"
#include "services/request/domain/sets.h"

namespace entraide::request {

// One row of a machine: who may do what, and from where. `to` is what the action leads to; the test
// of a machine holds the actions to it.
struct Row {
  absl::string_view action{};
  States from;
  Roles roles;
  States to;
};
using Machine = absl::Span<const Row>;

// Whether `role` may do `action` from `from`, guards aside. PERMISSION_DENIED ROLE_FORBIDS: the
// role never may, or not from this state. FAILED_PRECONDITION STATE_FORBIDS: not from this state.
absl::Status CheckStep(Machine machine, State from, absl::string_view action, Role role);

// The front of every request. Rows that end where they began stand there for the states that
// `from` names.
inline constexpr auto kFront = std::to_array<Row>({
    {"match",
     {State::kSubmitted},
     {Role::kSystem},
     {State::kSearching, State::kNeedsInfo, State::kUnmet, State::kTurnedDown}},
    {"change",
     {State::kSubmitted, State::kNeedsInfo, State::kSearching},
     {Role::kRequester},
     {State::kSubmitted}},
    {"answer", {State::kNeedsInfo}, {Role::kRequester}, {State::kAccepted, State::kSubmitted}},
    {"next_wave", {State::kSearching}, {Role::kSystem}, {State::kSearching}},
    {"exhaust", {State::kSearching}, {Role::kSystem}, {State::kAccepted, State::kUnmet}},
    {"accept", {State::kSearching}, kHolders, {State::kAccepted}},
    {"ask_info", {State::kAccepted}, kHolders, {State::kNeedsInfo}},
    {"waitlist", {State::kAccepted}, kHolders, {State::kWaitlisted}},
    {"promote",
     {State::kWaitlisted},
     {Role::kStaff, Role::kCoordinator, Role::kSystem},
     {State::kAccepted}},
    {"still_needed", {State::kWaitlisted}, {Role::kRequester}, {State::kWaitlisted}},
    {"give_up",
     {State::kWaitlisted},
     {Role::kStaff, Role::kCoordinator, Role::kSystem},
     {State::kUnmet}},
    {"release", {State::kAccepted, State::kWaitlisted}, kHolders, {State::kSubmitted}},
    {"transfer", {State::kAccepted, State::kWaitlisted}, kHolders, {State::kSearching}},
    {"turn_down", {State::kAccepted, State::kWaitlisted}, kHolders, {State::kTurnedDown}},
    {"remind",
     {State::kNeedsInfo, State::kWaitlisted},
     {Role::kSystem},
     {State::kNeedsInfo, State::kWaitlisted}},
    {"expire",
     {State::kSubmitted, State::kNeedsInfo, State::kWaitlisted},
     {Role::kSystem},
     {State::kExpired}},
    {"lapse", {State::kAccepted}, {Role::kSystem}, {State::kUnmet}},
    {"propose_change",
     kHeldStates,
     {Role::kRequester, Role::kStaff, Role::kCoordinator},
     kHeldStates},
    {"agree", kHeldStates, {Role::kRequester, Role::kStaff, Role::kCoordinator}, kHeldStates},
    {"disagree", kHeldStates, {Role::kRequester, Role::kStaff, Role::kCoordinator}, kHeldStates},
    {"cancel",
     {State::kSubmitted, State::kNeedsInfo, State::kSearching, State::kAccepted, State::kWaitlisted,
      State::kConfirmed, State::kScheduled, State::kReserved, State::kBooked, State::kQuoted},
     {Role::kRequester},
     {State::kCancelled}},
});

}  // namespace entraide::request
