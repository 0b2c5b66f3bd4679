// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/rpc/answered.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <sodium.h>

#include <array>
#include <utility>

#include "absl/strings/ascii.h"
#include "services/platform/base/status.h"
#include "services/platform/base/uuid.h"
#include "services/platform/rpc/answer_all.h"

namespace entraide::rpc {
namespace {

using google::protobuf::Message;

// The same bytes for equal messages, maps included, within one version of the program; after an
// upgrade a repeated call may at worst be told that its id was reused.
std::string Deterministic(const Message& message) {
  std::string bytes;
  google::protobuf::io::StringOutputStream stream(&bytes);
  google::protobuf::io::CodedOutputStream coded(&stream);
  coded.SetSerializationDeterministic(true);
  message.SerializeToCodedStream(&coded);
  coded.Trim();
  return bytes;
}

std::string Hash(const std::string& bytes) {
  std::array<unsigned char, 32> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size(), nullptr, 0);
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

// Takes the question's row, which no one else then has; false if it was answered before. Waits for
// another transaction that holds it.
absl::StatusOr<bool> Take(pg::Transaction& tx, const Question& question) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO answered_request (principal, method, request_id, body_hash)
    VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING)sql";
  ASSIGN_OR_RETURN(const pg::Result taken,
                   tx.Execute(kSql, {question.principal, question.method, question.request_id,
                                     pg::Bytes(question.body_hash)}));
  return taken.affected() == 1;
}

absl::Status Store(pg::Transaction& tx, const Question& question, const Message& answer) {
  constexpr pg::Sql kSql = R"sql(
    UPDATE answered_request
       SET answer = $4
     WHERE principal = $1 AND method = $2 AND request_id = $3)sql";
  return tx
      .Execute(kSql, {question.principal, question.method, question.request_id, Redacted(answer)})
      .status();
}

absl::StatusOr<Answered> TryOnce(pg::Pool& pool, const Question& question, absl::Time deadline,
                                 const std::function<absl::Status(pg::Transaction&)>& effect,
                                 Message& answer) {
  ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(pool, deadline));
  ASSIGN_OR_RETURN(const bool taken, Take(tx, question));
  if (!taken) {
    const absl::Status recalled = Recall(tx, question, answer);
    if (absl::IsNotFound(recalled)) return absl::AbortedError("the answer was pruned just now");
    RETURN_IF_ERROR(recalled);
    return Answered::kBefore;
  }
  RETURN_IF_ERROR(effect(tx));
  RETURN_IF_ERROR(Store(tx, question, answer));
  RETURN_IF_ERROR(tx.Commit());
  return Answered::kNow;
}

}  // namespace

absl::StatusOr<Question> AskedBy(std::string principal, absl::string_view method,
                                 absl::string_view request_id, const Message& request) {
  if (!IsUuid(request_id)) {
    return WithReason(absl::InvalidArgumentError("request_id must be a UUID"),
                      "REQUEST_ID_INVALID");
  }
  return Question{.principal = std::move(principal),
                  .method = std::string(method),
                  .request_id = absl::AsciiStrToLower(request_id),  // As PostgreSQL tells it.
                  .body_hash = Hash(Deterministic(request))};
}

absl::StatusOr<Answered> AnswerOnce(pg::Pool& pool, const Question& question, absl::Time deadline,
                                    const std::function<absl::Status(pg::Transaction&)>& effect,
                                    Message& answer) {
  Answered how = Answered::kNow;
  RETURN_IF_ERROR(UnlessAborted([&]() -> absl::Status {
    ASSIGN_OR_RETURN(how, TryOnce(pool, question, deadline, effect, answer));
    return absl::OkStatus();
  }));
  return how;
}

absl::StatusOr<int> PruneAnswers(pg::Transaction& tx) {
  constexpr pg::Sql kSql = R"sql(
    DELETE FROM answered_request
     WHERE ctid = ANY (ARRAY(
             SELECT ctid
               FROM answered_request
              WHERE create_time < now() - interval '7 days'
              LIMIT 1000
                FOR UPDATE SKIP LOCKED)))sql";
  ASSIGN_OR_RETURN(const pg::Result gone, tx.Execute(kSql));
  return static_cast<int>(gone.affected());
}

}  // namespace entraide::rpc
