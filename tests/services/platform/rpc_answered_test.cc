// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <memory>
#include <thread>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/barrier.h"
#include "answered_testing.pb.h"
#include "services/platform/base/uuid.h"
#include "services/platform/rpc/answer_all.h"
#include "services/platform/rpc/answered.h"
#include "services/platform/rpc/redact.h"
#include "tests/support/database.h"
#include "tests/support/status_matchers.h"

namespace entraide::rpc {
namespace {

using ::testing::ElementsAre;
using testing::v1::Created;
using testing::v1::CreateRequest;

constexpr pg::Sql kInsert = "INSERT INTO thing (id) VALUES ($1)";

const pg::Scripts kTables = {{"0001.sql", "CREATE TABLE thing (id uuid PRIMARY KEY, note text)"}};

class AnsweredTest : public ::testing::Test {
 protected:
  Question Asked(const std::string& note = "a", const std::string& principal = "person:p1") {
    CreateRequest request;
    request.set_note(note);
    (*request.mutable_labels())["kind"] = "ride";
    (*request.mutable_labels())["wave"] = "1";
    request.set_request_id(id_);
    return *AskedBy(principal, "/t.S/Create", id_, request);
  }
  // Makes a thing with a name of its own.
  absl::StatusOr<Answered> Create(const Question& question, Created& answer) {
    return AnswerOnce(
        *pool_, question, Soon(),
        [&answer](pg::Transaction& tx) -> absl::Status {
          answer.set_name(NewUuid());
          return tx.Execute(kInsert, {answer.name()}).status();
        },
        answer);
  }
  std::int64_t Things() {
    pg::Transaction tx = *pg::Transaction::BeginSnapshot(*pool_, Soon());
    const absl::StatusOr<pg::Result> count = tx.Execute("SELECT count(*) FROM thing");
    return count.ok() ? (*count)[0].Number(0) : -1;
  }

  TestDatabase database_{
      {PlatformTables("rides"), {.schema = "rides", .series = "test", .scripts = kTables}}};
  std::unique_ptr<pg::Pool> pool_ = database_.NewPool("rides", 10);
  const std::string id_ = NewUuid();
};

TEST_F(AnsweredTest, SameQuestionHasOneEffectAndOneAnswer) {
  Created first;
  Created second;
  ASSERT_THAT(Create(Asked(), first), IsOk());
  const absl::StatusOr<Answered> again = Create(Asked(), second);
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(*again, Answered::kBefore);
  EXPECT_EQ(second.name(), first.name());
  EXPECT_EQ(Things(), 1);
}

TEST_F(AnsweredTest, SameIdWithAnotherBodyIsRefused) {
  Created answer;
  ASSERT_THAT(Create(Asked("a"), answer), IsOk());
  EXPECT_THAT(Create(Asked("b"), answer), HasReason("REQUEST_ID_REUSED"));
}

TEST_F(AnsweredTest, NobodyReadsAnothersAnswerByItsId) {
  Created mine;
  Created theirs;
  ASSERT_THAT(Create(Asked("a", "person:p1"), mine), IsOk());
  ASSERT_THAT(Create(Asked("a", "person:p2"), theirs), IsOk());
  EXPECT_NE(mine.name(), theirs.name());
}

TEST_F(AnsweredTest, IdThatIsNoUuidIsRefused) {
  EXPECT_THAT(AskedBy("p", "/t.S/Create", "", CreateRequest()), HasReason("REQUEST_ID_INVALID"));
  EXPECT_THAT(AskedBy("p", "/t.S/Create", "1", CreateRequest()), HasReason("REQUEST_ID_INVALID"));
}

TEST_F(AnsweredTest, ManyAtOnceHaveOneEffectAndTheSameAnswer) {
  constexpr int kCallers = 8;
  std::vector<Created> answers(kCallers);
  std::vector<absl::Status> statuses(kCallers);
  std::vector<std::thread> threads;
  absl::Barrier start(kCallers);
  for (std::size_t i = 0; i < kCallers; ++i) {
    threads.emplace_back([&, i] {
      start.Block();
      statuses[i] = Create(Asked(), answers[i]).status();
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < kCallers; ++i) {
    EXPECT_THAT(statuses[i], IsOk());
    EXPECT_EQ(answers[i].name(), answers[0].name());
  }
  EXPECT_EQ(Things(), 1);
}

TEST_F(AnsweredTest, RefusalIsNotStoredAndLeavesNothing) {
  Created answer;
  const auto refuse = [](pg::Transaction& tx) -> absl::Status {
    if (const absl::Status done = tx.Execute(kInsert, {NewUuid()}).status(); !done.ok())
      return done;
    return absl::FailedPreconditionError("not today");
  };
  EXPECT_EQ(AnswerOnce(*pool_, Asked(), Soon(), refuse, answer).status().code(),
            absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(Things(), 0);
  EXPECT_THAT(Create(Asked(), answer), IsOk());
}

TEST_F(AnsweredTest, TransactionThatPostgresAbortedIsTriedThreeTimes) {
  int tries = 0;
  Created answer;
  const auto twice_aborted = [&](pg::Transaction& tx) -> absl::Status {
    if (const absl::Status done = tx.Execute(kInsert, {NewUuid()}).status(); !done.ok())
      return done;
    if (++tries == 3) return absl::OkStatus();
    return tx.Execute("DO $$ BEGIN RAISE SQLSTATE '40P01'; END $$").status();
  };
  EXPECT_THAT(AnswerOnce(*pool_, Asked(), Soon(), twice_aborted, answer), IsOk());
  EXPECT_EQ(tries, 3);
  EXPECT_EQ(Things(), 1);
  tries = -10;
  CreateRequest other;
  EXPECT_EQ(AnswerOnce(*pool_, *AskedBy("p", "/t.S/Create", NewUuid(), other), Soon(),
                       twice_aborted, answer)
                .status()
                .code(),
            absl::StatusCode::kAborted);
  EXPECT_EQ(tries, -7);
}

TEST_F(AnsweredTest, HandlersOwnAbortedIsNotTriedAgain) {
  int tries = 0;
  Created answer;
  const auto stale = [&](pg::Transaction& /*tx*/) -> absl::Status {
    ++tries;
    return WithReason(absl::AbortedError("stale etag"), "CHANGED_MEANWHILE");
  };
  EXPECT_THAT(AnswerOnce(*pool_, Asked(), Soon(), stale, answer), HasReason("CHANGED_MEANWHILE"));
  EXPECT_EQ(tries, 1);
}

TEST_F(AnsweredTest, StoredAnswerHoldsNoContactAndNoSecret) {
  const auto effect = [](Created& answer) {
    return [&answer](pg::Transaction& /*tx*/) -> absl::Status {
      answer.set_name("things/1");
      answer.set_code("R-SECRET");
      answer.mutable_person()->set_display_name("Jeanne");
      return absl::OkStatus();
    };
  };
  Created first;
  Created again;
  ASSERT_THAT(AnswerOnce(*pool_, Asked(), Soon(), effect(first), first), IsOk());
  EXPECT_EQ(first.code(), "R-SECRET") << "the caller has the whole answer";
  ASSERT_THAT(AnswerOnce(*pool_, Asked(), Soon(), effect(again), again), IsOk());
  EXPECT_EQ(again.name(), "things/1");
  EXPECT_EQ(again.code(), "");
  pg::Transaction tx = *pg::Transaction::BeginSnapshot(*pool_, Soon());
  const absl::StatusOr<pg::Result> stored = tx.Execute("SELECT answer FROM answered_request");
  ASSERT_THAT(stored, IsOk());
  EXPECT_THAT((*stored)[0].Bytes(0), ::testing::Not(::testing::HasSubstr("SECRET")));
  EXPECT_THAT((*stored)[0].Bytes(0), ::testing::Not(::testing::HasSubstr("Jeanne")));
}

TEST_F(AnsweredTest, PruneForgetsOldAnswersOnly) {
  Created answer;
  ASSERT_THAT(Create(Asked("a", "old"), answer), IsOk());
  ASSERT_THAT(Create(Asked("a", "young"), answer), IsOk());
  pg::Transaction tx = *pg::Transaction::Begin(*pool_, Soon());
  ASSERT_THAT(tx.Execute("UPDATE answered_request SET create_time = now() - interval '8 days' "
                         "WHERE principal = 'old'"),
              IsOk());
  EXPECT_EQ(PruneAnswers(tx).value_or(-1), 1);
  EXPECT_EQ(PruneAnswers(tx).value_or(-1), 0);
}

TEST(Redact, ClearsContactsAndSecretsHoweverDeep) {
  testing::v1::Person jeanne;
  jeanne.set_display_name("Jeanne");
  jeanne.add_phones("+33600000000");
  jeanne.set_role("driver");
  Created message;
  message.set_name("things/1");
  message.set_code("R-SECRET");
  message.set_note("dialysis");
  *message.mutable_person() = jeanne;
  *message.add_people() = jeanne;
  (*message.mutable_by_role())["driver"] = jeanne;
  *message.mutable_whole() = jeanne;
  Redact(message);
  testing::v1::Person nobody;
  nobody.set_role("driver");
  Created wanted;
  wanted.set_name("things/1");
  wanted.set_note("dialysis");
  *wanted.mutable_person() = nobody;
  *wanted.add_people() = nobody;
  (*wanted.mutable_by_role())["driver"] = nobody;
  EXPECT_EQ(message.SerializeAsString(), wanted.SerializeAsString());
}

TEST_F(AnsweredTest, AnswersOfManyAreStoredAtOnceEachOnce) {
  Created before;
  ASSERT_THAT(Create(Asked(), before), IsOk());
  const auto asked = [](const std::string& id) {
    return *AskedBy("person:p1", "/t.S/Create", id, CreateRequest());
  };
  const std::string twice = absl::AsciiStrToUpper(NewUuid());
  Created first;
  first.set_name("first");
  Created second;
  second.set_name("second");
  pg::Transaction tx = *pg::Transaction::Begin(*pool_, Soon());
  const auto is_new = AnswerAll(tx, {{asked(twice), &first},
                                     {Asked(), &first},
                                     {asked(twice), &second},
                                     {asked(NewUuid()), &second}});
  ASSERT_THAT(is_new, IsOk());
  EXPECT_THAT(*is_new, ElementsAre(true, false, false, true));

  Created told;
  ASSERT_THAT(Recall(tx, asked(absl::AsciiStrToLower(twice)), told), IsOk());
  EXPECT_EQ(told.name(), "first");
  ASSERT_THAT(Recall(tx, Asked(), told), IsOk());
  EXPECT_EQ(told.name(), before.name());
  EXPECT_EQ(Recall(tx, asked(NewUuid()), told).code(), absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace entraide::rpc
