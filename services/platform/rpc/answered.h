// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <google/protobuf/message.h>

#include <functional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/platform/pg/pool.h"
#include "services/platform/pg/transaction.h"

namespace entraide::rpc {

// What is asked, and by whom: one effect, one answer.
struct Question {
  std::string principal{};
  std::string method{};
  std::string request_id{};
  std::string body_hash{};  // BLAKE2b-256 of the whole request.
};

// INVALID_ARGUMENT: REQUEST_ID_INVALID, it is no UUID.
absl::StatusOr<Question> AskedBy(std::string principal, absl::string_view method,
                                 absl::string_view request_id,
                                 const google::protobuf::Message& request);

enum class Answered { kNow, kBefore };

// Fills `answer`: by `effect` and then stored in its transaction, redacted; or, for a question that
// was answered before, from there. Of two at once the second waits for the first. A refusal is not
// stored. A transaction that PostgreSQL aborted is tried three times. INVALID_ARGUMENT:
// REQUEST_ID_REUSED, the same id came with another body. UNAVAILABLE, DEADLINE_EXCEEDED: in doubt,
// ask again.
absl::StatusOr<Answered> AnswerOnce(pg::Pool& pool, const Question& question, absl::Time deadline,
                                    const std::function<absl::Status(pg::Transaction&)>& effect,
                                    google::protobuf::Message& answer);

// Forgets answers older than 7 days. How many, at most 1000; `tx` must be committed.
absl::StatusOr<int> PruneAnswers(pg::Transaction& tx);

}  // namespace entraide::rpc
