// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <memory>
#include <thread>

#include "services/platform/pg/transaction.h"
#include "tests/support/database.h"
#include "tests/support/status_matchers.h"

namespace entraide::pg {
namespace {

constexpr absl::Duration kShort = absl::Milliseconds(200);
constexpr absl::Duration kGenerous = absl::Seconds(2);

const Scripts kTables = {{"0001.sql", R"sql(
  CREATE TABLE account (id bigint PRIMARY KEY, amount bigint NOT NULL);
  INSERT INTO account (id, amount) VALUES (1, 0), (2, 0))sql"}};

class PgDeadlineTest : public testing::Test {
 protected:
  TestDatabase database_{{{.schema = "rides", .series = "test", .scripts = kTables}}};
  std::unique_ptr<Pool> pool_ = database_.NewPool("rides", 2);
};

TEST_F(PgDeadlineTest, SlowStatementEndsAtItsDeadlineAndClosesTheConnection) {
  absl::StatusOr<Connection> connection = Connection::Open(database_.conninfo(), "rides", Soon());
  ASSERT_THAT(connection, IsOk());
  const absl::Time start = absl::Now();
  EXPECT_EQ(connection->Execute("SELECT pg_sleep(30)", {}, start + kShort).status().code(),
            absl::StatusCode::kDeadlineExceeded);
  EXPECT_LT(absl::Now() - start, kGenerous);
  EXPECT_FALSE(connection->alive());
  EXPECT_EQ(connection->Execute("SELECT 1", {}, Soon()).status().code(),
            absl::StatusCode::kUnavailable);
}

TEST_F(PgDeadlineTest, TransactionTellsTheServerItsDeadline) {
  absl::StatusOr<Transaction> tx = Transaction::Begin(*pool_, absl::Now() + absl::Seconds(5));
  ASSERT_THAT(tx, IsOk());
  const absl::StatusOr<Result> result = tx->Execute(R"sql(
    SELECT name, setting::bigint BETWEEN 1 AND 6000
      FROM pg_settings
     WHERE name IN ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'))sql");
  ASSERT_THAT(result, IsOk());
  ASSERT_EQ(result->rows(), 3);
  for (int i = 0; i < 3; ++i) EXPECT_TRUE((*result)[i].Bool(1)) << (*result)[i].Text(0);
}

// A lock or statement that outlives its transaction's deadline must not outlive it on the server.
TEST_F(PgDeadlineTest, BackendStopsSoonAfterTheClientGaveUp) {
  {
    absl::StatusOr<Transaction> tx = Transaction::Begin(*pool_, absl::Now() + kShort);
    ASSERT_THAT(tx, IsOk());
    EXPECT_EQ(tx->Execute("SELECT pg_sleep(30)").status().code(),
              absl::StatusCode::kDeadlineExceeded);
  }
  absl::StatusOr<Connection> other = Connection::Open(database_.conninfo(), "rides", Soon());
  ASSERT_THAT(other, IsOk());
  for (const absl::Time end = Soon(); absl::Now() < end;) {
    const absl::StatusOr<Result> busy = other->Execute(
        "SELECT 1 FROM pg_stat_activity WHERE query LIKE '%pg_sleep(30)%' AND state = 'active' "
        "AND datname = current_database() AND pid <> pg_backend_pid()",
        {}, Soon());
    ASSERT_THAT(busy, IsOk());
    if (busy->rows() == 0) return;
  }
  FAIL() << "the statement still runs";
}

TEST_F(PgDeadlineTest, LockThatSomebodyHoldsEndsAtTheDeadline) {
  absl::StatusOr<Transaction> holder = Transaction::Begin(*pool_, Soon());
  ASSERT_THAT(holder, IsOk());
  ASSERT_THAT(holder->Execute("SELECT amount FROM account WHERE id = 1 FOR UPDATE"), IsOk());
  absl::StatusOr<Transaction> waiter = Transaction::Begin(*pool_, absl::Now() + kShort);
  ASSERT_THAT(waiter, IsOk());
  EXPECT_EQ(waiter->Execute("SELECT amount FROM account WHERE id = 1 FOR UPDATE").status().code(),
            absl::StatusCode::kDeadlineExceeded);
}

TEST_F(PgDeadlineTest, DeadlockIsAborted) {
  absl::StatusOr<Transaction> first = Transaction::Begin(*pool_, Soon());
  absl::StatusOr<Transaction> second = Transaction::Begin(*pool_, Soon());
  ASSERT_THAT(first, IsOk());
  ASSERT_THAT(second, IsOk());
  ASSERT_THAT(first->Execute("UPDATE account SET amount = 1 WHERE id = 1"), IsOk());
  ASSERT_THAT(second->Execute("UPDATE account SET amount = 1 WHERE id = 2"), IsOk());
  absl::Status crossed;
  std::thread other([&] {
    crossed = first->Execute("UPDATE account SET amount = 1 WHERE id = 2").status();
    if (!crossed.ok()) first = absl::CancelledError("rolled back");
  });
  const absl::Status here = second->Execute("UPDATE account SET amount = 1 WHERE id = 1").status();
  if (!here.ok()) second = absl::CancelledError("rolled back");
  other.join();
  EXPECT_NE(here.ok(), crossed.ok());
  EXPECT_EQ((here.ok() ? crossed : here).code(), absl::StatusCode::kAborted);
}

}  // namespace
}  // namespace entraide::pg
