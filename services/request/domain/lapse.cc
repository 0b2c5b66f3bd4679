// SPDX-License-Identifier: EUPL-1.2
// Time: when a request has to be looked at, and what it does to those who wait for too long.
#include <algorithm>
#include <utility>

#include "absl/algorithm/container.h"
#include "services/request/domain/ending.h"
#include "services/request/domain/search.h"

namespace entraide::request {
namespace {

constexpr absl::Duration kToRemind = absl::Hours(10 * 24);  // Of an open question.
constexpr absl::Duration kToAnswer = absl::Hours(20 * 24);  // After that: a month in all.
constexpr absl::Duration kStillNeeded =
    absl::Hours(21 * 24);       // What waits is asked about so often.
constexpr int kMostSilent = 2;  // Of those.
// What was done on Saturday is written down on Monday.
constexpr absl::Duration kToRecord = absl::Hours(2 * 24);

Task Expire(Task task, const std::string& reason, absl::Time now) {
  return End(std::move(task), State::kExpired, {.time = now, .action = "expire", .reason = reason});
}

Task Remind(Task task, absl::Time now) {
  const int sent = task.request.reminders + 1;
  Move(task, task.request.state, {.time = now, .action = "remind"});
  task.request.reminders = sent;
  return task;
}

absl::Time ServiceTimeOrNever(const Request& request) {
  return ServiceTime(request.timing).value_or(absl::InfiniteFuture());
}

// When a request that waits for somebody is reminded of, or given up.
absl::Time LapseTime(const Request& request) {
  const absl::Time service = ServiceTimeOrNever(request);
  switch (request.state) {
    case State::kNeedsInfo:
      return std::min(request.update_time + (request.reminders == 0 ? kToRemind : kToAnswer),
                      service);
    case State::kWaitlisted:
      return std::min(request.update_time + kStillNeeded, service);
    case State::kAccepted:
      return request.timing.end.value_or(service) + kToRecord;
    default:
      return service;
  }
}

absl::Time LastAnswerTime(const Task& task) {
  absl::Time last = task.request.update_time;
  for (const Offer& offer : task.offers) {
    if (offer.state == OfferState::kProposed) last = std::max(last, offer.expire_time);
  }
  return last;
}

// When the front has something to do; never, if it is its trade's affair.
absl::Time FrontTime(const Task& task) {
  switch (task.request.state) {
    case State::kSubmitted:
      return task.request.update_time;
    case State::kSearching:
      return LastAnswerTime(task);
    case State::kNeedsInfo:
    case State::kWaitlisted:
    case State::kAccepted:
      return LapseTime(task.request);
    default:
      return absl::InfiniteFuture();
  }
}

}  // namespace

std::optional<absl::Time> WakeTime(const Task& task) {
  const absl::Time wake =
      std::min(FrontTime(task), task.request.deadline.value_or(absl::InfiniteFuture()));
  if (wake == absl::InfiniteFuture()) return std::nullopt;
  return wake;
}

Step NextStep(const Task& task, const WavePolicy& policy, absl::Time now) {
  const Request& request = task.request;
  if (request.deadline.value_or(absl::InfiniteFuture()) <= now) return Step::kTrade;
  switch (request.state) {
    case State::kSubmitted:
      return LapseTime(request) <= now ? Step::kLapse : Step::kMatch;
    case State::kSearching: {
      if (absl::c_any_of(task.offers, [&](const Offer& o) { return IsLive(o, now); })) {
        return Step::kNothing;
      }
      // Whom its holder asks is known to its trade.
      if (request.held_by.has_value()) return Step::kTrade;
      const bool over = SearchEnd(policy, request.timing).value_or(absl::InfiniteFuture()) <= now;
      return over ? Step::kLapse : Step::kMatch;
    }
    case State::kNeedsInfo:
    case State::kWaitlisted:
    case State::kAccepted:
      return LapseTime(request) <= now ? Step::kLapse : Step::kNothing;
    default:
      return Step::kNothing;
  }
}

absl::StatusOr<Task> Lapse(Task task, absl::Time now) {
  const Request& request = task.request;
  const bool past = ServiceTimeOrNever(request) <= now;
  switch (request.state) {
    case State::kSubmitted:
      return Expire(std::move(task), "SERVICE_TIME_PASSED", now);
    case State::kNeedsInfo:
      if (!past && request.reminders == 0) return Remind(std::move(task), now);
      return Expire(std::move(task), "ANSWER_MISSING", now);
    case State::kWaitlisted:
      if (past) return Expire(std::move(task), "SERVICE_TIME_PASSED", now);
      if (request.reminders < kMostSilent) return Remind(std::move(task), now);
      return Expire(std::move(task), "NO_ANSWER", now);
    case State::kAccepted:
      return End(std::move(task), State::kUnmet,
                 {.time = now, .action = "lapse", .reason = "NOT_ASSIGNED"});
    case State::kSearching:
      return Exhaust(std::move(task), now);
    default:
      return StateForbids();
  }
}

}  // namespace entraide::request
