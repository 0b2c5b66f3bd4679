// SPDX-License-Identifier: EUPL-1.2
#include "services/request/domain/request.h"

#include "absl/algorithm/container.h"
#include "proto/vocabulary/kinds.h"
#include "services/request/domain/sets.h"

namespace entraide::request {
namespace {

constexpr States kLookedFor = {State::kSubmitted, State::kNeedsInfo, State::kSearching};
constexpr States kInHand = {
    State::kNeedsInfo, State::kSearching,  State::kAccepted,  State::kWaitlisted, State::kConfirmed,
    State::kQuoted,    State::kInProgress, State::kScheduled, State::kInWorkshop, State::kFunding,
    State::kApproved,  State::kReady,      State::kReserved,  State::kCheckedOut, State::kBooked};

}  // namespace

std::optional<absl::Time> ServiceTime(const Timing& timing) {
  return timing.start.has_value() ? timing.start : timing.end;
}

bool IsLookedFor(const Request& request) { return kLookedFor.Has(request.state); }

bool IsHeld(const Request& request) {
  if (!kHeldStates.Has(request.state)) return false;
  // A vehicle that is quoted for stands in the workshop already.
  return request.state != State::kQuoted ||
         vocabulary::FamilyOf(request.kind) == vocabulary::Family::kHomeHelp;
}

bool IsOpen(const Request& request) { return IsLookedFor(request) || IsHeld(request); }

bool IsInHand(const Request& request) {
  return request.held_by.has_value() && kInHand.Has(request.state);
}

std::vector<State> StatesInHand() {
  std::vector<State> states;
  for (int i = 0; i < kStateCount; ++i) {
    if (kInHand.Has(static_cast<State>(i))) states.push_back(static_cast<State>(i));
  }
  return states;
}

bool IsLive(const Offer& offer, absl::Time now) {
  return offer.state == OfferState::kProposed && offer.expire_time > now;
}

void Move(Task& task, State state, const HistoryLine& line) {
  Request& request = task.request;
  if (state != request.state) request.deadline.reset();
  request.state = state;
  request.update_time = line.time;
  request.reminders = 0;
  if (!IsHeld(request)) request.pending_change.reset();
  task.lines.push_back(line);
  task.lines.back().state = state;
}

}  // namespace entraide::request
