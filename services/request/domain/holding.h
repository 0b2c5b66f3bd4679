// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/request/domain/request.h"
#include "services/request/domain/search.h"

namespace entraide::request {

// What the organization that holds a request does with it. All refuse with CheckStep's reasons, and
// a word that is not listed with INVALID_ARGUMENT FIELDS_INVALID.

// An open question that is put in words; its answer is a text.
inline constexpr absl::string_view kQuestion = "question";

// It wants to know `facts`, or an answer to `question`, or both.
absl::StatusOr<Task> AskInfo(Task task, const std::vector<std::string>& facts,
                             const std::string& question, Role role, absl::Time now);

// It has no room yet. A ride does not wait: STATE_FORBIDS.
absl::StatusOr<Task> Waitlist(Task task, const std::string& reason, Role role, absl::Time now);

// It has room. FAILED_PRECONDITION OUT_OF_ORDER: others wait for longer, and `reason` is empty.
absl::StatusOr<Task> Promote(Task task, const std::string& reason, Role role, absl::Time now);

// It gives the request back, and is not asked again. FAILED_PRECONDITION TOO_LATE: it has begun.
absl::StatusOr<Task> Release(Task task, const std::string& reason, Role role, absl::Time now);

// It hands the request to `candidate`, which is asked alone; others are looked for if that one says
// no. FAILED_PRECONDITION TOO_LATE: it has begun, or there is no time left to answer.
struct Successor {
  Candidate candidate{};
  std::string weights_version{};
};
absl::StatusOr<Task> Transfer(Task task, const Successor& successor, const std::string& reason,
                              const WavePolicy& policy, Role role, absl::Time now);

// It refuses by a rule: NOT_ELIGIBLE, OUT_OF_RULES, UNSAFE, DUPLICATE.
absl::StatusOr<Task> TurnDown(Task task, const std::string& reason, Role role, absl::Time now);

// There will be no room: NO_CAPACITY.
absl::StatusOr<Task> GiveUp(Task task, Role role, absl::Time now);

}  // namespace entraide::request
