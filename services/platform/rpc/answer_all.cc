// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/rpc/answer_all.h"

#include <memory>
#include <string>
#include <tuple>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "services/platform/base/status.h"
#include "services/platform/pg/columns.h"
#include "services/platform/rpc/redact.h"

namespace entraide::rpc {
namespace {

using google::protobuf::Message;

using Key = std::tuple<std::string, std::string, std::string>;

Key KeyOf(const Question& question) {
  return {question.principal, question.method, question.request_id};
}

// By PostgreSQL, not by a handler, which gives a reason.
bool WasAbortedByDatabase(const absl::Status& status) {
  return absl::IsAborted(status) && ReasonOf(status).empty();
}

}  // namespace

absl::StatusOr<std::vector<bool>> AnswerAll(pg::Transaction& tx,
                                            const std::vector<Foretold>& answers) {
  // In one order for all transactions, so that none waits for one that waits for it.
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO answered_request (principal, method, request_id, body_hash, answer)
    SELECT principal, method, request_id, body_hash, answer
      FROM unnest($1::text[], $2::text[], $3::uuid[], $4::bytea[], $5::bytea[])
           AS asked (principal, method, request_id, body_hash, answer)
     ORDER BY principal, method, request_id
        ON CONFLICT DO NOTHING
    RETURNING principal, method, request_id)sql";
  absl::flat_hash_map<Key, const Foretold*> first;
  for (const Foretold& each : answers) first.emplace(KeyOf(each.question), &each);
  std::vector<const Foretold*> sent;
  for (const auto& [key, each] : first) sent.push_back(each);
  const pg::Columns column(sent);
  ASSIGN_OR_RETURN(
      const pg::Result taken,
      tx.Execute(kSql,
                 {column([](const Foretold* each) { return each->question.principal; }),
                  column([](const Foretold* each) { return each->question.method; }),
                  column([](const Foretold* each) { return each->question.request_id; }),
                  column([](const Foretold* each) { return pg::Bytes(each->question.body_hash); }),
                  column([](const Foretold* each) { return Redacted(*each->answer); })}));
  absl::flat_hash_set<const Foretold*> fresh;
  for (int i = 0; i < taken.rows(); ++i) {
    fresh.insert(first.at({taken[i].Text(0), taken[i].Text(1), taken[i].Text(2)}));
  }
  std::vector<bool> now;
  for (const Foretold& each : answers) now.push_back(fresh.contains(&each));
  return now;
}

absl::Status UnlessAborted(const std::function<absl::Status()>& transaction) {
  constexpr int kTries = 3;
  absl::Status status = absl::AbortedError("not tried");
  for (int i = 0; i < kTries && WasAbortedByDatabase(status); ++i) status = transaction();
  return status;
}

absl::Status Recall(pg::Transaction& tx, const Question& question, Message& answer) {
  constexpr pg::Sql kSql = R"sql(
    SELECT body_hash, answer
      FROM answered_request
     WHERE principal = $1 AND method = $2 AND request_id = $3)sql";
  ASSIGN_OR_RETURN(const pg::Result found,
                   tx.Execute(kSql, {question.principal, question.method, question.request_id}));
  if (found.rows() == 0) return absl::NotFoundError("not answered yet");
  if (found[0].Bytes(0) != question.body_hash) {
    return WithReason(absl::InvalidArgumentError("request_id was used for another request"),
                      "REQUEST_ID_REUSED");
  }
  if (answer.ParseFromString(found[0].Bytes(1))) return absl::OkStatus();
  return absl::DataLossError("a stored answer cannot be read");
}

pg::Param Redacted(const Message& answer) {
  const std::unique_ptr<Message> kept(answer.New());
  kept->CopyFrom(answer);
  Redact(*kept);
  return pg::Bytes(kept->SerializeAsString());
}

}  // namespace entraide::rpc
