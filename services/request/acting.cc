// SPDX-License-Identifier: EUPL-1.2
#include "services/request/acting.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/time/clock.h"
#include "services/platform/base/status.h"
#include "services/platform/base/violations.h"
#include "services/request/convert_match.h"
#include "services/request/domain/answers.h"
#include "services/request/domain/changing.h"

namespace entraide::request {
namespace {

using common::v1::HolderAction;
using common::v1::RequesterAction;

constexpr absl::Duration kForMatch = absl::Seconds(2);

absl::StatusOr<matcher::v1::MatchResponse> Ask(clients::MatcherClient& matcher, const Need& need,
                                               absl::Time deadline) {
  matcher::v1::MatchRequest request;
  *request.mutable_need() = ToProto(need);
  return matcher.Match(request, std::min(deadline, absl::Now() + kForMatch));
}

// Why `service_offer` is not among the candidates, as far as the matcher tells.
absl::Status Refused(const matcher::v1::MatchResponse& match, const std::string& service_offer) {
  const auto miss = absl::c_find_if(match.near_misses(), [&](const auto& near) {
    return near.candidate().service_offer() == service_offer;
  });
  const std::string rule = miss == match.near_misses().end() ? match.blocking_rule() : miss->rule();
  if (rule.empty()) {
    return WithReason(absl::FailedPreconditionError("it could not serve this"), "NOT_A_CANDIDATE");
  }
  return WithReason(absl::FailedPreconditionError("a rule refuses it"), rule);
}

}  // namespace

Role RoleOf(const auth::Caller& caller) {
  switch (caller.role) {
    case access::v1::ROLE_STAFF:
      return Role::kStaff;
    case access::v1::ROLE_COORDINATOR:
      return Role::kCoordinator;
    case access::v1::ROLE_VOLUNTEER:
      return Role::kVolunteer;
    case access::v1::ROLE_ADMIN:
      return Role::kOperator;
    default:
      return Role::kRequester;
  }
}

absl::Status ActionMissing() { return InvalidField("action", "REQUIRED", "one of the actions"); }

absl::StatusOr<Task> ActAsHolder(Task task, const HolderAction& action, const Foreseen& foreseen,
                                 Role role, absl::Time now) {
  switch (action.action_case()) {
    case HolderAction::kAskInfo: {
      const auto& facts = action.ask_info().facts();
      return AskInfo(std::move(task), {facts.begin(), facts.end()}, action.ask_info().question(),
                     role, now);
    }
    case HolderAction::kWaitlist:
      return Waitlist(std::move(task), action.waitlist().reason(), role, now);
    case HolderAction::kPromote:
      return Promote(std::move(task), action.promote().reason(), role, now);
    case HolderAction::kRelease:
      return Release(std::move(task), action.release().reason(), role, now);
    case HolderAction::kTransfer:
      return Transfer(std::move(task), foreseen.successor.value_or(Successor{}),
                      action.transfer().reason(), WavePolicyOfFrance(), role, now);
    case HolderAction::kTurnDown:
      return TurnDown(std::move(task), action.turn_down().reason(), role, now);
    case HolderAction::kGiveUp:
      return GiveUp(std::move(task), role, now);
    case HolderAction::kAgree:
      return Agree(std::move(task), foreseen.agreed.value_or(Timing{}), role, now);
    case HolderAction::kDisagree:
      return Disagree(std::move(task), role, now);
    case HolderAction::ACTION_NOT_SET:
      break;
  }
  return ActionMissing();
}

absl::StatusOr<Task> ActAsRequester(Task task, const RequesterAction& action,
                                    const Foreseen& foreseen, absl::Time now) {
  switch (action.action_case()) {
    case RequesterAction::kStillNeeded:
      return StillNeeded(std::move(task), Role::kRequester, now);
    case RequesterAction::kAgree:
      return Agree(std::move(task), foreseen.agreed.value_or(Timing{}), Role::kRequester, now);
    case RequesterAction::kDisagree:
      return Disagree(std::move(task), Role::kRequester, now);
    case RequesterAction::ACTION_NOT_SET:
      break;
  }
  return ActionMissing();
}

Task SpokenBy(Task task, Role role) {
  for (HistoryLine& line : task.lines) {
    if (line.role != Role::kSystem) line.role = role;
  }
  return task;
}

absl::StatusOr<Successor> FindSuccessor(clients::MatcherClient& matcher, const Need& need,
                                        const Task& task, const std::string& service_offer,
                                        absl::Time deadline) {
  ASSIGN_OR_RETURN(const matcher::v1::MatchResponse response, Ask(matcher, need, deadline));
  const Match match = MatchOf(response);
  const auto found = absl::c_find_if(
      match.candidates, [&](const Candidate& one) { return one.service_offer == service_offer; });
  if (found == match.candidates.end()) return Refused(response, service_offer);
  if (found->asked != Candidate::Asked::kHere || !IsAskable(task, *found)) {
    return WithReason(absl::FailedPreconditionError("it is not to be asked"), "NOT_A_CANDIDATE");
  }
  return Successor{.candidate = *found, .weights_version = match.weights_version};
}

absl::Status CheckHolder(clients::MatcherClient& matcher, const Need& need, const Task& task,
                         absl::Time deadline) {
  const auto accepted = absl::c_find_if(
      task.offers, [](const Offer& offer) { return offer.state == OfferState::kAccepted; });
  if (accepted == task.offers.end()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const matcher::v1::MatchResponse response, Ask(matcher, need, deadline));
  const auto is_it = [&](const matcher::v1::Candidate& candidate) {
    return candidate.service_offer() == accepted->service_offer;
  };
  if (absl::c_any_of(response.candidates(), is_it) ||
      absl::c_any_of(response.conditional_candidates(), is_it)) {
    return absl::OkStatus();
  }
  const absl::Status refused = Refused(response, accepted->service_offer);
  // What it holds already, this request among it, is its own affair.
  return ReasonOf(refused) == "NO_CAPACITY" ? absl::OkStatus() : refused;
}

}  // namespace entraide::request
