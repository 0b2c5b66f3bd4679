// SPDX-License-Identifier: EUPL-1.2
#include "services/request/domain/search.h"

#include <utility>

#include "absl/algorithm/container.h"
#include "services/request/domain/ending.h"

namespace entraide::request {
namespace {

constexpr absl::string_view kHealthInsurancePaid = "HEALTH_INSURANCE_PAID";

bool HasLiveOffer(const Task& task, absl::Time now) {
  return absl::c_any_of(task.offers, [&](const Offer& offer) { return IsLive(offer, now); });
}

std::vector<Candidate> Askable(const Task& task, const Match& match) {
  std::vector<Candidate> askable;
  for (const Candidate& candidate : match.candidates) {
    if (candidate.asked == Candidate::Asked::kHere && IsAskable(task, candidate)) {
      askable.push_back(candidate);
    }
  }
  return askable;
}

Task OpenWave(Task task, const std::vector<Candidate>& askable, const Match& match,
              const WavePolicy& policy, absl::Time now) {
  const Timing& timing = task.request.timing;
  const int asked_at_once = WaveFor(policy, timing, now).asked_at_once;
  const absl::Time expire_time = AnswerBy(policy, timing, now);
  const int wave = ++task.request.wave;
  for (const Candidate& candidate : askable) {
    if (absl::c_count_if(task.offers, [&](const Offer& o) { return o.wave == wave; }) >=
        asked_at_once) {
      break;
    }
    task.offers.push_back(
        OfferTo(candidate, task.request, match.weights_version, expire_time, now));
  }
  Move(task, State::kSearching, {.time = now, .action = wave == 1 ? "match" : "next_wave"});
  return task;
}

Task Unserved(Task task, absl::string_view rule, absl::Time now) {
  task.request.blocking_rule = std::string(rule);
  return End(std::move(task), State::kUnmet,
             {.time = now, .action = "match", .reason = std::string(rule)});
}

// Questions that were never put: one that was answered, were it by `declined`, is not put again.
std::vector<std::string> Unanswered(const Request& request, const Match& match) {
  std::vector<std::string> open;
  for (const std::string& question : match.open_questions) {
    if (absl::c_none_of(request.facts, [&](const Fact& f) { return f.fact == question; })) {
      open.push_back(question);
    }
  }
  return open;
}

Task NobodyAtOnce(Task task, const Match& match, absl::Time now) {
  if (!match.candidates.empty()) return Unserved(std::move(task), "OFFERED_ELSEWHERE", now);
  std::vector<std::string> open = Unanswered(task.request, match);
  if (!open.empty()) {
    task.request.open_questions = std::move(open);
    Move(task, State::kNeedsInfo, {.time = now, .action = "match"});
    return task;
  }
  if (match.blocking_rule == kHealthInsurancePaid) {
    return End(std::move(task), State::kTurnedDown,
               {.time = now, .action = "match", .reason = std::string(kHealthInsurancePaid)});
  }
  if (!match.open_questions.empty()) return Unserved(std::move(task), "NOT_ELIGIBLE", now);
  return Unserved(std::move(task),
                  match.blocking_rule.empty() ? "KIND_NOT_OFFERED" : match.blocking_rule, now);
}

}  // namespace

bool IsAskable(const Task& task, const Candidate& candidate) {
  return absl::c_none_of(task.offers, [&](const Offer& offer) {
    const bool same_one = offer.service_offer == candidate.service_offer;
    const bool same_body = offer.organization == candidate.organization;
    if (offer.state == OfferState::kWithdrawn) return same_body;
    if (offer.revision != task.request.revision) return false;
    if (offer.state == OfferState::kDeclined) return same_body;
    return same_one && offer.state != OfferState::kRescinded;
  });
}

Offer OfferTo(const Candidate& candidate, const Request& request,
              const std::string& weights_version, absl::Time expire_time, absl::Time now) {
  return {.id = candidate.id,
          .organization = candidate.organization,
          .service_offer = candidate.service_offer,
          .wave = request.wave,
          .revision = request.revision,
          .score = candidate.score,
          .terms = candidate.terms,
          .weights_version = weights_version,
          .create_time = now,
          .expire_time = expire_time,
          .update_time = now};
}

absl::StatusOr<Task> ApplyMatch(Task task, const Match& match, const WavePolicy& policy,
                                absl::Time now) {
  const State state = task.request.state;
  const bool searching = state == State::kSearching && !HasLiveOffer(task, now);
  if (state != State::kSubmitted && !searching) return StateForbids();
  const std::vector<Candidate> askable = Askable(task, match);
  const bool too_late =
      SearchEnd(policy, task.request.timing).value_or(absl::InfiniteFuture()) <= now;
  if (searching) {
    if (askable.empty() || too_late) return Exhaust(std::move(task), now);
    ExpireOffers(task, now);
  } else {
    if (askable.empty()) return NobodyAtOnce(std::move(task), match, now);
    if (too_late) return Unserved(std::move(task), "NOTICE_TOO_SHORT", now);
  }
  return OpenWave(std::move(task), askable, match, policy, now);
}

}  // namespace entraide::request
