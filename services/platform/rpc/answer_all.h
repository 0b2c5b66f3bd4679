// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <google/protobuf/message.h>

#include <functional>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/platform/pg/transaction.h"
#include "services/platform/rpc/answered.h"

namespace entraide::rpc {

// An answer that is known before its effect is had.
struct Foretold {
  Question question{};
  const google::protobuf::Message* answer = nullptr;
};

// Stores the answers, redacted, of all questions that were not answered before, for whose effects
// `tx` is then the place; whether each is one of those. Of two equal questions the first is. Waits
// for other transactions that answer the same.
absl::StatusOr<std::vector<bool>> AnswerAll(pg::Transaction& tx,
                                            const std::vector<Foretold>& answers);

// Fills `answer` with what was stored. NOT_FOUND: the question was not answered yet.
// INVALID_ARGUMENT: REQUEST_ID_REUSED.
absl::Status Recall(pg::Transaction& tx, const Question& question,
                    google::protobuf::Message& answer);

// `answer` as it may be kept.
pg::Param Redacted(const google::protobuf::Message& answer);

// Makes a transaction, up to three times while PostgreSQL aborts it.
absl::Status UnlessAborted(const std::function<absl::Status()>& transaction);

}  // namespace entraide::rpc
