// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/platform/pg/transaction.h"
#include "tests/support/database.h"
#include "tests/support/status_matchers.h"

namespace entraide::pg {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const Scripts kTables = {{"migrations/0001_create_need.sql", R"sql(
  CREATE TABLE need (id bigint PRIMARY KEY, note text, parent bigint REFERENCES need,
                     persons bigint CONSTRAINT need_persons CHECK (persons BETWEEN 1 AND 8)))sql"}};

class PgTest : public testing::Test {
 protected:
  absl::StatusOr<Result> Run(Sql sql, const std::vector<Param>& params = {}) {
    absl::StatusOr<Pool::Lease> lease = pool_->Borrow(Soon());
    if (!lease.ok()) return lease.status();
    return (*lease)->Execute(sql, params, Soon());
  }

  TestDatabase database_{{{.schema = "rides", .series = "test", .scripts = kTables}}};
  std::unique_ptr<Pool> pool_ = database_.NewPool("rides", 2);
};

TEST_F(PgTest, ValuesComeBackAsTheyWent) {
  const absl::Time time = absl::FromUnixMicros(1'800'000'000'123'456);
  const std::string bytes("\0\xff\"\\", 4);
  const std::vector<std::string> array = {"a", "", "with \"quotes\", commas", "\\ {é}", "NULL"};
  const absl::StatusOr<Result> result =
      Run("SELECT $1::bigint, $2::float8, $3::boolean, $4::timestamptz, $5::bytea, $6::text[], "
          "$7::text",
          {Number(std::numeric_limits<std::int64_t>::min()), Real(0.1), Bool(true), Time(time),
           Bytes(bytes), TextArray(array), OrNull("")});
  ASSERT_THAT(result, IsOk());
  const Row row = (*result)[0];
  EXPECT_EQ(row.Number(0), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(row.Real(1), 0.1);
  EXPECT_TRUE(row.Bool(2));
  EXPECT_EQ(row.Time(3), time);
  EXPECT_EQ(row.Bytes(4), bytes);
  EXPECT_EQ(row.TextArray(5), array);
  EXPECT_TRUE(row.IsNull(6));
}

TEST_F(PgTest, InfiniteTimesAndEmptyArraysComeBack) {
  const absl::StatusOr<Result> result =
      Run("SELECT $1::timestamptz, $2::timestamptz, NULL::timestamptz, $3::text[]",
          {Time(absl::InfiniteFuture()), Time(absl::InfinitePast()), TextArray({})});
  ASSERT_THAT(result, IsOk());
  EXPECT_EQ((*result)[0].Time(0), absl::InfiniteFuture());
  EXPECT_EQ((*result)[0].Time(1), absl::InfinitePast());
  EXPECT_EQ((*result)[0].Time(2), absl::InfinitePast());
  EXPECT_THAT((*result)[0].TextArray(3), testing::IsEmpty());
}

TEST_F(PgTest, NulInAParameterIsRefusedAndNotCut) {
  const absl::StatusOr<Result> result = Run("SELECT $1::text", {std::string("ab\0cd", 5)});
  EXPECT_EQ(result.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(result, HasReason("FIELDS_INVALID"));
}

TEST_F(PgTest, TextThatIsNotUtf8IsRefused) {
  EXPECT_EQ(Run("SELECT $1::text", {"\xe9"}).status().code(), absl::StatusCode::kInvalidArgument);
}

TEST_F(PgTest, ErrorsNameTheConstraintAndNeverTheValue) {
  ASSERT_THAT(Run("INSERT INTO need (id, note) VALUES (1, 'x')"), IsOk());
  const absl::Status twice = Run("INSERT INTO need (id, note) VALUES (1, 'x')").status();
  EXPECT_EQ(twice.code(), absl::StatusCode::kAlreadyExists);
  EXPECT_EQ(twice.message(), "SQLSTATE 23505 (need_pkey)");
  const absl::Status check = Run("INSERT INTO need (id, persons) VALUES (2, 9)").status();
  EXPECT_EQ(check.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(check.message(), "SQLSTATE 23514 (need_persons)");
  EXPECT_EQ(Run("INSERT INTO need (id, parent) VALUES (2, 99)").status().code(),
            absl::StatusCode::kFailedPrecondition);
  const absl::Status malformed = Run("SELECT $1::bigint", {"Jeanne Martin"}).status();
  EXPECT_EQ(malformed.code(), absl::StatusCode::kInternal);
  EXPECT_THAT(std::string(malformed.message()), Not(HasSubstr("Jeanne")));
}

TEST_F(PgTest, TransactionRollsBackUnlessCommitted) {
  {
    absl::StatusOr<Transaction> tx = Transaction::Begin(*pool_, Soon());
    ASSERT_THAT(tx, IsOk());
    ASSERT_THAT(tx->Execute("INSERT INTO need (id) VALUES (1)"), IsOk());
  }
  absl::StatusOr<Transaction> tx = Transaction::Begin(*pool_, Soon());
  ASSERT_THAT(tx, IsOk());
  const absl::StatusOr<Result> inserted = tx->Execute("INSERT INTO need (id) VALUES (2), (3)");
  ASSERT_THAT(inserted, IsOk());
  EXPECT_EQ(inserted->affected(), 2);
  ASSERT_THAT(tx->Commit(), IsOk());
  const absl::StatusOr<Result> ids = Run("SELECT id FROM need ORDER BY id");
  ASSERT_THAT(ids, IsOk());
  ASSERT_EQ(ids->rows(), 2);
  EXPECT_EQ((*ids)[0].Number(0), 2);
}

TEST_F(PgTest, CommitAfterAFailedStatementIsNoSuccess) {
  absl::StatusOr<Transaction> tx = Transaction::Begin(*pool_, Soon());
  ASSERT_THAT(tx, IsOk());
  EXPECT_THAT(tx->Execute("SELECT 1/0"), Not(IsOk()));
  EXPECT_THAT(tx->Commit(), Not(IsOk()));
}

TEST_F(PgTest, SnapshotSeesOneInstantAndWritesNothing) {
  absl::StatusOr<Transaction> tx = Transaction::BeginSnapshot(*pool_, Soon());
  ASSERT_THAT(tx, IsOk());
  ASSERT_THAT(tx->Execute("SELECT count(*) FROM need"), IsOk());
  ASSERT_THAT(Run("INSERT INTO need (id) VALUES (1)"), IsOk());
  const absl::StatusOr<Result> count = tx->Execute("SELECT count(*) FROM need");
  ASSERT_THAT(count, IsOk());
  EXPECT_EQ((*count)[0].Number(0), 0);
  EXPECT_THAT(tx->Execute("INSERT INTO need (id) VALUES (2)"), Not(IsOk()));
}

TEST_F(PgTest, PoolSaysWhenEveryConnectionIsLent) {
  absl::StatusOr<Pool::Lease> first = pool_->Borrow(Soon());
  std::optional<absl::StatusOr<Pool::Lease>> second = pool_->Borrow(Soon());
  ASSERT_THAT(first, IsOk());
  ASSERT_THAT(*second, IsOk());
  EXPECT_EQ(pool_->Borrow(absl::Now() + absl::Milliseconds(50)).status().code(),
            absl::StatusCode::kResourceExhausted);
  second.reset();
  EXPECT_THAT(pool_->Borrow(Soon()), IsOk());
}

TEST_F(PgTest, PoolReplacesAConnectionThatTheServerEnded) {
  std::int64_t pid = 0;
  {
    absl::StatusOr<Pool::Lease> lease = pool_->Borrow(Soon());
    ASSERT_THAT(lease, IsOk());
    const absl::StatusOr<Result> found = (*lease)->Execute("SELECT pg_backend_pid()", {}, Soon());
    ASSERT_THAT(found, IsOk());
    pid = (*found)[0].Number(0);
  }
  // Waits up to 10 s until the backend is gone.
  absl::StatusOr<Connection> other = Connection::Open(database_.conninfo(), "public", Soon());
  ASSERT_THAT(other, IsOk());
  ASSERT_THAT(other->Execute("SELECT pg_terminate_backend($1, 10000)", {Number(pid)}, Soon()),
              IsOk());
  EXPECT_THAT(Run("SELECT 1"), IsOk());
}

TEST_F(PgTest, UnreachableServerIsUnavailable) {
  EXPECT_EQ(Connection::Open("host=/nowhere", "rides", Soon()).status().code(),
            absl::StatusCode::kUnavailable);
  EXPECT_EQ(Connection::Open("dbname=no_such_database", "rides", Soon()).status().code(),
            absl::StatusCode::kUnavailable);
}

}  // namespace
}  // namespace entraide::pg
