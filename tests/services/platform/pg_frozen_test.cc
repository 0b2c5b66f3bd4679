// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/types.h>

#include <memory>

#include "services/platform/pg/transaction.h"
#include "tests/support/database.h"
#include "tests/support/status_matchers.h"

namespace entraide::pg {
namespace {

// Stops one backend of the test's own cluster, as a frozen machine would; it goes on at death.
class Frozen {
 public:
  explicit Frozen(pid_t pid) : pid_(pid), stopped_(kill(pid, SIGSTOP) == 0) {}
  ~Frozen() { kill(pid_, SIGCONT); }
  Frozen(const Frozen&) = delete;
  Frozen& operator=(const Frozen&) = delete;
  bool stopped() const { return stopped_; }

 private:
  pid_t pid_;
  bool stopped_;
};

class PgFrozenTest : public testing::Test {
 protected:
  pid_t BackendOf(Transaction& tx) {
    const absl::StatusOr<Result> found = tx.Execute("SELECT pg_backend_pid()");
    return found.ok() ? static_cast<pid_t>((*found)[0].Number(0)) : -1;
  }

  TestDatabase database_{{PlatformTables("rides")}};
  std::unique_ptr<Pool> pool_ = database_.NewPool("rides", 1);
};

// The kernel still acknowledges for a frozen server, so that no TCP timeout sees it: blocking libpq
// hung for 48 s.
TEST_F(PgFrozenTest, StatementOnAFrozenBackendEndsAtItsDeadline) {
  const absl::Time start = absl::Now();
  {
    absl::StatusOr<Transaction> tx = Transaction::Begin(*pool_, start + absl::Seconds(1));
    ASSERT_THAT(tx, IsOk());
    const Frozen frozen(BackendOf(*tx));
    if (!frozen.stopped()) GTEST_SKIP() << "may not stop the server's processes";
    EXPECT_EQ(tx->Execute("SELECT 1").status().code(), absl::StatusCode::kDeadlineExceeded);
    EXPECT_LT(absl::Now() - start, absl::Seconds(3));
  }
  EXPECT_LT(absl::Now() - start, absl::Seconds(3)) << "the rollback must not wait either";
  EXPECT_THAT(Transaction::Begin(*pool_, Soon()), IsOk()) << "the pool has opened another";
}

TEST_F(PgFrozenTest, CommitOnAFrozenBackendIsInDoubt) {
  absl::StatusOr<Transaction> tx = Transaction::Begin(*pool_, absl::Now() + absl::Seconds(1));
  ASSERT_THAT(tx, IsOk());
  ASSERT_THAT(tx->Execute("INSERT INTO outbox (topic, key) VALUES ('ride', 'r1')"), IsOk());
  {
    const Frozen frozen(BackendOf(*tx));
    if (!frozen.stopped()) GTEST_SKIP() << "may not stop the server's processes";
    EXPECT_EQ(tx->Commit().code(), absl::StatusCode::kDeadlineExceeded);
  }
  // It did happen: the COMMIT lay in the socket.
  for (const absl::Time end = Soon(); absl::Now() < end;) {
    absl::StatusOr<Transaction> after = Transaction::BeginSnapshot(*pool_, Soon());
    ASSERT_THAT(after, IsOk());
    const absl::StatusOr<Result> count = after->Execute("SELECT count(*) FROM outbox");
    ASSERT_THAT(count, IsOk());
    if ((*count)[0].Number(0) == 1) return;
  }
  FAIL() << "the COMMIT that was sent never happened";
}

}  // namespace
}  // namespace entraide::pg
