// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/request/domain/request.h"
#include "services/request/domain/waves.h"

namespace entraide::request {

// Somebody who could serve, as the matcher ranks them.
struct Candidate {
  OfferId id{};  // Of the question that would be put to it.
  OrganizationId organization{};
  std::string service_offer{};
  int score = 0;
  std::vector<Term> terms{};
  enum class Asked { kHere, kElsewhere } asked = Asked::kHere;  // kElsewhere: shown, never asked.
};

// The matcher's answer.
struct Match {
  std::vector<Candidate> candidates{};  // Best first.
  std::vector<std::string> open_questions{};
  std::string blocking_rule{};
  std::string weights_version{};
};

// What a request waits for, seen at `now`.
enum class Step { kNothing, kMatch, kLapse, kTrade };  // kTrade: its trade has something to do.
Step NextStep(const Task& task, const WavePolicy& policy, absl::Time now);

// When NextStep may next say something else than kNothing; nothing once it has ended.
std::optional<absl::Time> WakeTime(const Task& task);

// Acts on the matcher's answer. SUBMITTED becomes SEARCHING with the first wave asked, NEEDS_INFO,
// UNMET with its blocking rule, or TURNED_DOWN when health insurance pays. SEARCHING whose wave is
// over asks the next wave, or ends UNMET: ALL_DECLINED, NO_ANSWER.
// FAILED_PRECONDITION: STATE_FORBIDS.
absl::StatusOr<Task> ApplyMatch(Task task, const Match& match, const WavePolicy& policy,
                                absl::Time now);

// Whether `candidate` may be asked: it was not yet, about this revision, and never gave it back.
bool IsAskable(const Task& task, const Candidate& candidate);

// The question to `candidate`, in the request's wave.
Offer OfferTo(const Candidate& candidate, const Request& request,
              const std::string& weights_version, absl::Time expire_time, absl::Time now);

// What time does: NEEDS_INFO is reminded of after 10 days and ends EXPIRED after 30, WAITLISTED
// every three weeks, and ends after two silent ones; SUBMITTED becomes EXPIRED, SEARCHING UNMET,
// ACCEPTED whose service time has passed UNMET. FAILED_PRECONDITION: STATE_FORBIDS.
absl::StatusOr<Task> Lapse(Task task, absl::Time now);

}  // namespace entraide::request
