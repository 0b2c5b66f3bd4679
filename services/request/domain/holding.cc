// SPDX-License-Identifier: EUPL-1.2
#include "services/request/domain/holding.h"

#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "proto/vocabulary/kinds.h"
#include "services/platform/base/status.h"
#include "services/platform/base/violations.h"
#include "services/request/domain/contact.h"
#include "services/request/domain/ending.h"
#include "services/request/domain/machine.h"
#include "services/request/domain/vocabulary.h"

namespace entraide::request {
namespace {

absl::Status CheckWord(const std::string& reason, bool listed) {
  if (listed) return absl::OkStatus();
  return InvalidField("reason", reason.empty() ? "REQUIRED" : "UNKNOWN_VALUE",
                      "one of the listed reasons");
}

absl::Status TooLate() {
  return WithReason(absl::FailedPreconditionError("it has begun"), "TOO_LATE");
}

// The holder steps back, for good.
absl::Status StepBack(Task& task, const std::string& reason, absl::Time now) {
  if (ServiceTime(task.request.timing).value_or(absl::InfiniteFuture()) <= now) return TooLate();
  for (Offer& offer : task.offers) {
    if (offer.state != OfferState::kAccepted) continue;
    offer.state = OfferState::kWithdrawn;
    offer.reason = reason;
    offer.update_time = now;
  }
  task.request.held_by.reset();
  task.request.reason.clear();
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Task> AskInfo(Task task, const std::vector<std::string>& facts,
                             const std::string& question, Role role, absl::Time now) {
  RETURN_IF_ERROR(CheckStep(kFront, task.request.state, "ask_info", role));
  Violations violations;
  if (facts.empty() && question.empty()) {
    violations.Add("facts", "REQUIRED", "facts, a question, or both");
  }
  if (facts.size() > 20) violations.Add("facts", "TOO_MANY", "at most 20");
  std::vector<std::string> open;
  for (const std::string& fact : facts) {
    if (!IsFact(fact)) violations.Add("facts", "UNKNOWN_VALUE", "of the listed facts");
    if (!absl::c_linear_search(open, fact)) open.push_back(fact);
  }
  CheckLength(question, 0, 300, "question", violations);
  if (HoldsContact(question)) {
    violations.Add("question", "HOLDS_CONTACT", "without telephone or mail address");
  }
  RETURN_IF_ERROR(violations.ToStatus());
  if (!question.empty()) open.emplace_back(kQuestion);
  task.request.open_questions = std::move(open);
  task.request.question = question;
  task.request.answer.clear();
  Move(task, State::kNeedsInfo, {.time = now, .role = role, .action = "ask_info"});
  return task;
}

absl::StatusOr<Task> Waitlist(Task task, const std::string& reason, Role role, absl::Time now) {
  RETURN_IF_ERROR(CheckStep(kFront, task.request.state, "waitlist", role));
  if (vocabulary::FamilyOf(task.request.kind) == vocabulary::Family::kRides) return StateForbids();
  RETURN_IF_ERROR(CheckWord(reason, IsWaitReason(reason)));
  task.request.reason = reason;
  Move(task, State::kWaitlisted,
       {.time = now, .role = role, .action = "waitlist", .reason = reason});
  return task;
}

absl::StatusOr<Task> Promote(Task task, const std::string& reason, Role role, absl::Time now) {
  RETURN_IF_ERROR(CheckStep(kFront, task.request.state, "promote", role));
  if (task.request.wait_place > 1 && reason.empty()) {
    return WithReason(absl::FailedPreconditionError("others wait for longer"), "OUT_OF_ORDER");
  }
  RETURN_IF_ERROR(CheckWord(reason, reason.empty() || IsPriorityReason(reason)));
  task.request.reason.clear();
  Move(task, State::kAccepted, {.time = now, .role = role, .action = "promote", .reason = reason});
  return task;
}

absl::StatusOr<Task> Release(Task task, const std::string& reason, Role role, absl::Time now) {
  RETURN_IF_ERROR(CheckStep(kFront, task.request.state, "release", role));
  RETURN_IF_ERROR(CheckWord(reason, IsDeclineReason(reason)));
  RETURN_IF_ERROR(StepBack(task, reason, now));
  Move(task, State::kSubmitted, {.time = now, .role = role, .action = "release", .reason = reason});
  return task;
}

absl::StatusOr<Task> Transfer(Task task, const Successor& successor, const std::string& reason,
                              const WavePolicy& policy, Role role, absl::Time now) {
  RETURN_IF_ERROR(CheckStep(kFront, task.request.state, "transfer", role));
  RETURN_IF_ERROR(CheckWord(reason, IsDeclineReason(reason)));
  if (task.request.held_by == successor.candidate.organization) {
    return InvalidField("service_offer", "DUPLICATE", "of another organization");
  }
  RETURN_IF_ERROR(StepBack(task, reason, now));
  const absl::Time expire_time = AnswerBy(policy, task.request.timing, now);
  if (expire_time <= now) return TooLate();
  ++task.request.wave;
  task.offers.push_back(
      OfferTo(successor.candidate, task.request, successor.weights_version, expire_time, now));
  Move(task, State::kSearching,
       {.time = now, .role = role, .action = "transfer", .reason = reason});
  return task;
}

absl::StatusOr<Task> TurnDown(Task task, const std::string& reason, Role role, absl::Time now) {
  RETURN_IF_ERROR(CheckStep(kFront, task.request.state, "turn_down", role));
  RETURN_IF_ERROR(CheckWord(reason, IsTurnDownReason(reason)));
  return End(std::move(task), State::kTurnedDown,
             {.time = now, .role = role, .action = "turn_down", .reason = reason});
}

absl::StatusOr<Task> GiveUp(Task task, Role role, absl::Time now) {
  RETURN_IF_ERROR(CheckStep(kFront, task.request.state, "give_up", role));
  return End(std::move(task), State::kUnmet,
             {.time = now, .role = role, .action = "give_up", .reason = "NO_CAPACITY"});
}

}  // namespace entraide::request
