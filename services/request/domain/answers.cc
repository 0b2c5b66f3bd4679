// SPDX-License-Identifier: EUPL-1.2
#include "services/request/domain/answers.h"

#include <utility>

#include "absl/algorithm/container.h"
#include "services/platform/base/status.h"
#include "services/platform/base/violations.h"
#include "services/request/domain/contact.h"
#include "services/request/domain/ending.h"
#include "services/request/domain/holding.h"
#include "services/request/domain/machine.h"
#include "services/request/domain/vocabulary.h"

namespace entraide::request {
namespace {

absl::Status AlreadyTaken() {
  return WithReason(absl::AbortedError("another organization took it"), "ALREADY_TAKEN");
}

absl::Status TaskChanged() {
  return WithReason(absl::FailedPreconditionError("what is asked has changed"), "TASK_CHANGED");
}

absl::Status OfferExpired() {
  return WithReason(absl::FailedPreconditionError("too late to answer"), "OFFER_EXPIRED");
}

// Others count on it by then.
constexpr absl::Duration kNotice = absl::Hours(24);

// Why `offer` cannot be accepted any more, whatever its request.
absl::Status CheckAnswerable(const Offer& offer, absl::Time now) {
  if (offer.state == OfferState::kRescinded) {
    if (offer.reason == "TAKEN") return AlreadyTaken();
    return offer.reason == "TASK_CHANGED" ? TaskChanged() : StateForbids();
  }
  if (offer.state == OfferState::kExpired ||
      (!IsLive(offer, now) && offer.state == OfferState::kProposed)) {
    return OfferExpired();
  }
  return offer.state == OfferState::kProposed ? absl::OkStatus() : StateForbids();
}

}  // namespace

absl::StatusOr<Offer*> FindOffer(Task& task, const OfferId& id) {
  const auto found = absl::c_find_if(task.offers, [&](const Offer& o) { return o.id == id; });
  if (found == task.offers.end()) {
    return WithReason(absl::NotFoundError("no such request"), "REQUEST_UNKNOWN");
  }
  return &*found;
}

absl::StatusOr<Task> Accept(Task task, const OfferId& id, absl::Time now) {
  ASSIGN_OR_RETURN(Offer * offer, FindOffer(task, id));
  RETURN_IF_ERROR(CheckAnswerable(*offer, now));
  if (task.request.held_by.has_value()) return AlreadyTaken();
  if (task.request.state != State::kSearching) return StateForbids();
  if (offer->revision != task.request.revision) return TaskChanged();
  offer->state = OfferState::kAccepted;
  offer->update_time = now;
  for (Offer& other : task.offers) {
    if (other.state != OfferState::kProposed) continue;
    other.state = OfferState::kRescinded;
    other.reason = "TAKEN";
    other.update_time = now;
  }
  task.request.held_by = offer->organization;
  Move(task, State::kAccepted, {.time = now, .role = Role::kStaff, .action = "accept"});
  return task;
}

absl::StatusOr<Task> Decline(Task task, const OfferId& id, const std::string& reason,
                             absl::Time now) {
  if (!IsDeclineReason(reason)) {
    return InvalidField("reason", reason.empty() ? "REQUIRED" : "UNKNOWN_VALUE",
                        "one of the listed reasons");
  }
  ASSIGN_OR_RETURN(Offer * offer, FindOffer(task, id));
  if (offer->state != OfferState::kProposed) return StateForbids();
  offer->state = OfferState::kDeclined;
  offer->reason = reason;
  offer->update_time = now;
  return task;
}

absl::StatusOr<Task> UndoDecline(Task task, const OfferId& id, absl::Time now) {
  ASSIGN_OR_RETURN(Offer * offer, FindOffer(task, id));
  if (offer->state != OfferState::kDeclined) return StateForbids();
  if (task.request.held_by.has_value()) return AlreadyTaken();
  if (task.request.state != State::kSearching) return StateForbids();
  if (offer->revision != task.request.revision) return TaskChanged();
  if (offer->expire_time <= now) return OfferExpired();
  offer->state = OfferState::kProposed;
  offer->reason.clear();
  offer->update_time = now;
  return task;
}

absl::StatusOr<Task> Complete(Task task, absl::Time now) {
  if (task.request.state != State::kAccepted) return StateForbids();
  if (now < task.request.timing.start.value_or(absl::InfinitePast())) {
    return WithReason(absl::FailedPreconditionError("it has not begun"), "TOO_EARLY");
  }
  Move(task, State::kCompleted, {.time = now, .role = Role::kStaff, .action = "complete"});
  return task;
}

absl::StatusOr<Task> Cancel(Task task, const std::string& reason, absl::Time now) {
  const std::string why = reason.empty() ? "other" : reason;
  if (!IsCancelReason(why)) {
    return InvalidField("reason", "UNKNOWN_VALUE", "one of the listed reasons");
  }
  if (!IsOpen(task.request)) return StateForbids();
  task.request.late =
      ServiceTime(task.request.timing).value_or(absl::InfiniteFuture()) < now + kNotice;
  RescindOffers(task, "TASK_CANCELLED", now);
  return End(std::move(task), State::kCancelled,
             {.time = now, .role = Role::kRequester, .action = "cancel", .reason = why});
}

absl::StatusOr<Task> Answer(Task task, const std::vector<Fact>& facts, const std::string& text,
                            absl::Time now) {
  Request& request = task.request;
  if (request.state != State::kNeedsInfo) return StateForbids();
  std::vector<std::string> asked = request.open_questions;
  const bool in_words = std::erase(asked, kQuestion) > 0;
  const bool all_answered = absl::c_all_of(asked, [&](const std::string& question) {
    return absl::c_any_of(facts, [&](const Fact& fact) { return fact.fact == question; });
  });
  if (!all_answered || (in_words && text.empty())) {
    return WithReason(absl::InvalidArgumentError("a question is left without an answer"),
                      "ANSWER_MISSING");
  }
  std::vector<Fact> known = request.facts;
  std::erase_if(known, [&](const Fact& old) {
    return absl::c_any_of(facts, [&](const Fact& fact) { return fact.fact == old.fact; });
  });
  known.insert(known.end(), facts.begin(), facts.end());
  Violations violations;
  CheckFacts(facts, asked, "facts", violations);
  if (violations.empty() && known.size() > 20) {
    violations.Add("facts", "TOO_MANY", "at most 20 with those known before");
  }
  CheckLength(text, 0, 1000, "text", violations);
  RETURN_IF_ERROR(violations.ToStatus());
  request.facts = std::move(known);
  request.answer = in_words ? text : "";
  request.open_questions.clear();
  const bool held = request.held_by.has_value();
  // Nobody else was asked meanwhile: what the holder accepted stands.
  if (!held) ++request.revision;
  Move(task, held ? State::kAccepted : State::kSubmitted,
       {.time = now, .role = Role::kRequester, .action = "answer"});
  return task;
}

absl::StatusOr<Task> StillNeeded(Task task, Role role, absl::Time now) {
  RETURN_IF_ERROR(CheckStep(kFront, task.request.state, "still_needed", role));
  Move(task, State::kWaitlisted, {.time = now, .role = role, .action = "still_needed"});
  return task;
}

}  // namespace entraide::request
