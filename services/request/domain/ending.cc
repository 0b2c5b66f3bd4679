// SPDX-License-Identifier: EUPL-1.2
#include "services/request/domain/ending.h"

#include <string>
#include <utility>

#include "absl/algorithm/container.h"
#include "services/platform/base/status.h"

namespace entraide::request {

absl::Status StateForbids() {
  return WithReason(absl::FailedPreconditionError("its state forbids it"), "STATE_FORBIDS");
}

absl::Status RoleForbids() {
  return WithReason(absl::PermissionDeniedError("its role forbids it"), "ROLE_FORBIDS");
}

Task End(Task task, State state, const HistoryLine& line) {
  task.request.reason = line.reason;
  task.request.open_questions.clear();
  Move(task, state, line);
  return task;
}

void RescindOffers(Task& task, absl::string_view reason, absl::Time now) {
  for (Offer& offer : task.offers) {
    if (offer.state != OfferState::kProposed && offer.state != OfferState::kAccepted) continue;
    offer.state = OfferState::kRescinded;
    offer.reason = std::string(reason);
    offer.update_time = now;
  }
}

void ExpireOffers(Task& task, absl::Time now) {
  for (Offer& offer : task.offers) {
    if (offer.state != OfferState::kProposed) continue;
    offer.state = OfferState::kExpired;
    offer.update_time = now;
  }
}

Task Exhaust(Task task, absl::Time now) {
  ExpireOffers(task, now);
  const bool silent = absl::c_any_of(
      task.offers, [](const Offer& offer) { return offer.state == OfferState::kExpired; });
  const HistoryLine line{
      .time = now, .action = "exhaust", .reason = silent ? "NO_ANSWER" : "ALL_DECLINED"};
  if (!task.request.held_by.has_value()) return End(std::move(task), State::kUnmet, line);
  Move(task, State::kAccepted, line);
  return task;
}

}  // namespace entraide::request
