// SPDX-License-Identifier: EUPL-1.2
// Time: when a request has to be looked at, and what it does to those who wait for too long.
#include <algorithm>
#include <utility>

#include "absl/algorithm/container.h"
#include "services/request/domain/ending.h"
#include "services/request/domain/search.h"

namespace entraide::request {
namespace {

constexpr absl::Duration kMonth = absl::Hours(30 * 24);

Task Expire(Task task, const std::string& reason, absl::Time now) {
  return End(std::move(task), State::kExpired, {.time = now, .action = "lapse", .reason = reason});
}

absl::Time ServiceTimeOrNever(const Request& request) {
  return ServiceTime(request.timing).value_or(absl::InfiniteFuture());
}

// When an open question, or a request that somebody holds, is given up.
absl::Time LapseTime(const Request& request) {
  if (request.state == State::kNeedsInfo) {
    return std::min(request.update_time + kMonth, ServiceTimeOrNever(request));
  }
  if (request.state == State::kAccepted) {
    const Timing& timing = request.timing;
    return timing.end.value_or(ServiceTimeOrNever(request)) + kMonth;
  }
  return ServiceTimeOrNever(request);
}

}  // namespace

std::optional<absl::Time> WakeTime(const Task& task) {
  const Request& request = task.request;
  absl::Time wake = request.update_time;
  switch (request.state) {
    case State::kSubmitted:
      break;
    case State::kSearching:
      for (const Offer& offer : task.offers) {
        if (offer.state == OfferState::kProposed) wake = std::max(wake, offer.expire_time);
      }
      break;
    case State::kNeedsInfo:
    case State::kAccepted:
      wake = LapseTime(request);
      break;
    default:
      return std::nullopt;
  }
  if (wake == absl::InfiniteFuture()) return std::nullopt;
  return wake;
}

Step NextStep(const Task& task, const WavePolicy& policy, absl::Time now) {
  const Request& request = task.request;
  switch (request.state) {
    case State::kSubmitted:
      return LapseTime(request) <= now ? Step::kLapse : Step::kMatch;
    case State::kSearching: {
      if (absl::c_any_of(task.offers, [&](const Offer& o) { return IsLive(o, now); })) {
        return Step::kNothing;
      }
      const bool over = SearchEnd(policy, request.timing).value_or(absl::InfiniteFuture()) <= now;
      return over ? Step::kLapse : Step::kMatch;
    }
    case State::kNeedsInfo:
    case State::kAccepted:
      return LapseTime(request) <= now ? Step::kLapse : Step::kNothing;
    default:
      return Step::kNothing;
  }
}

absl::StatusOr<Task> Lapse(Task task, absl::Time now) {
  switch (task.request.state) {
    case State::kSubmitted:
      return Expire(std::move(task), "SERVICE_TIME_PASSED", now);
    case State::kNeedsInfo:
      return Expire(std::move(task), "ANSWER_MISSING", now);
    case State::kAccepted:
      return Expire(std::move(task), "OUTCOME_UNKNOWN", now);
    case State::kSearching:
      return Exhaust(std::move(task), now);
    default:
      return StateForbids();
  }
}

}  // namespace entraide::request
