// SPDX-License-Identifier: EUPL-1.2
#include "services/request/domain/request.h"

namespace entraide::request {

std::optional<absl::Time> ServiceTime(const Timing& timing) {
  return timing.start.has_value() ? timing.start : timing.end;
}

bool IsLookedFor(const Request& request) {
  return request.state == State::kSubmitted || request.state == State::kNeedsInfo ||
         request.state == State::kSearching;
}

bool IsHeld(const Request& request) { return request.state == State::kAccepted; }

bool IsLive(const Offer& offer, absl::Time now) {
  return offer.state == OfferState::kProposed && offer.expire_time > now;
}

void Move(Task& task, State state, const HistoryLine& line) {
  task.request.state = state;
  task.request.update_time = line.time;
  task.lines.push_back(line);
  task.lines.back().state = state;
}

}  // namespace entraide::request
