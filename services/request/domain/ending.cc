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
  const bool all_declined = absl::c_all_of(
      task.offers, [](const Offer& offer) { return offer.state == OfferState::kDeclined; });
  return End(
      std::move(task), State::kUnmet,
      {.time = now, .action = "exhaust", .reason = all_declined ? "ALL_DECLINED" : "NO_ANSWER"});
}

}  // namespace entraide::request
