// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <array>
#include <thread>

#include "services/platform/pg/connection.h"
#include "services/platform/pg/migrate.h"
#include "tests/support/database.h"
#include "tests/support/status_matchers.h"

namespace entraide::pg {
namespace {

const Scripts kOne = {{"migrations/0001_a.sql", "CREATE TABLE a (id bigint)"}};
const Scripts kTwo = {
    {"migrations/0001_a.sql", "CREATE TABLE a (id bigint)"},
    {"migrations/0002_b.sql", "CREATE TABLE b (id bigint); CREATE TABLE c (id bigint)"}};

class MigrateTest : public testing::Test {
 protected:
  absl::Status Run(const Scripts& scripts, absl::string_view series = "own") {
    return Migrate(database_.conninfo(), "rides", series, scripts, Soon());
  }
  bool HasTable(const std::string& name) {
    absl::StatusOr<Connection> connection = Connection::Open(database_.conninfo(), "rides", Soon());
    if (!connection.ok()) return false;
    const absl::StatusOr<Result> found =
        connection->Execute("SELECT to_regclass('rides.' || $1) IS NOT NULL", {name}, Soon());
    return found.ok() && (*found)[0].Bool(0);
  }

  TestDatabase database_{{}};
};

TEST_F(MigrateTest, RunsWhatItHasNotSeenAndNothingTwice) {
  EXPECT_THAT(Run(kOne), IsOk());
  EXPECT_THAT(Run(kOne), IsOk());
  EXPECT_THAT(Run(kTwo), IsOk());
  EXPECT_TRUE(HasTable("a"));
  EXPECT_TRUE(HasTable("c"));
}

TEST_F(MigrateTest, SeriesOfOneSchemaCountApart) {
  EXPECT_THAT(Run(kTwo), IsOk());
  EXPECT_THAT(Run({{"0001_d.sql", "CREATE TABLE d (id bigint)"}}, "platform"), IsOk());
  EXPECT_TRUE(HasTable("d"));
}

TEST_F(MigrateTest, RefusesAScriptThatChangedAfterItRan) {
  ASSERT_THAT(Run(kOne), IsOk());
  EXPECT_THAT(Run({{"migrations/0001_a.sql", "CREATE TABLE a (id text)"}}),
              HasReason("MIGRATION_CHANGED"));
}

TEST_F(MigrateTest, RefusesASchemaOfANewerProgram) {
  ASSERT_THAT(Run(kTwo), IsOk());
  EXPECT_THAT(Run(kOne), HasReason("SCHEMA_NEWER"));
}

TEST_F(MigrateTest, FailedScriptLeavesNothingBehind) {
  const Scripts broken = {{"0001_a.sql", "CREATE TABLE a (id bigint); CREATE TABLE a (id bigint)"}};
  EXPECT_THAT(Run(broken), testing::Not(IsOk()));
  EXPECT_FALSE(HasTable("a"));
  EXPECT_THAT(Run(kOne), IsOk());
}

TEST_F(MigrateTest, ManyProgramsMayStartAtOnce) {
  std::array<absl::Status, 4> statuses;
  std::vector<std::thread> threads;
  for (absl::Status& status : statuses) threads.emplace_back([&] { status = Run(kTwo); });
  for (std::thread& thread : threads) thread.join();
  for (const absl::Status& status : statuses) EXPECT_THAT(status, IsOk());
}

}  // namespace
}  // namespace entraide::pg
