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
enum class Step { kNothing, kMatch, kLapse };
Step NextStep(const Task& task, const WavePolicy& policy, absl::Time now);

// When NextStep may next say something else than kNothing; nothing once it has ended.
std::optional<absl::Time> WakeTime(const Task& task);

// Acts on the matcher's answer. SUBMITTED becomes SEARCHING with the first wave asked, NEEDS_INFO,
// UNMET with its blocking rule, or TURNED_DOWN when health insurance pays. SEARCHING whose wave is
// over asks the next wave, or ends UNMET: ALL_DECLINED, NO_ANSWER.
// FAILED_PRECONDITION: STATE_FORBIDS.
absl::StatusOr<Task> ApplyMatch(Task task, const Match& match, const WavePolicy& policy,
                                absl::Time now);

// Ends what time has overtaken: SUBMITTED and NEEDS_INFO become EXPIRED, SEARCHING UNMET, ACCEPTED
// without an outcome 30 days later EXPIRED. FAILED_PRECONDITION: STATE_FORBIDS.
absl::StatusOr<Task> Lapse(Task task, absl::Time now);

}  // namespace entraide::request
