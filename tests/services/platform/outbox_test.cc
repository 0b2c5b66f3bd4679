// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/outbox/outbox.h"

#include <gmock/gmock.h>

#include <memory>
#include <optional>

#include "tests/support/database.h"
#include "tests/support/status_matchers.h"

namespace entraide::outbox {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class OutboxTest : public testing::Test {
 protected:
  pg::Transaction Begin() { return *pg::Transaction::Begin(*pool_, Soon()); }

  void Add(const std::string& topic, const std::string& key) {
    pg::Transaction tx = Begin();
    ASSERT_THAT(Append(tx, topic, key), IsOk());
    ASSERT_THAT(tx.Commit(), IsOk());
  }
  int StampAll() {
    pg::Transaction tx = Begin();
    const absl::StatusOr<int> count = Stamp(tx);
    EXPECT_THAT(count, IsOk());
    EXPECT_THAT(tx.Commit(), IsOk());
    return count.value_or(-1);
  }
  // Keys of `topic` after `position`, which moves on.
  std::vector<std::string> Read(const std::string& topic, std::int64_t& position, int limit = 10) {
    pg::Transaction tx = *pg::Transaction::BeginSnapshot(*pool_, Soon());
    std::vector<std::string> keys;
    const absl::StatusOr<std::vector<Event>> events = ReadAfter(tx, {topic}, position, limit);
    EXPECT_THAT(events, IsOk());
    for (const Event& event : events.value_or(std::vector<Event>())) {
      keys.push_back(event.key);
      position = event.position;
    }
    return keys;
  }
  Extent ExtentNow() {
    pg::Transaction tx = Begin();
    return *ReadExtent(tx);
  }
  void Age(const std::string& key) {
    pg::Transaction tx = Begin();
    ASSERT_THAT(
        tx.Execute("UPDATE outbox SET create_time = now() - interval '8 days' WHERE key = $1",
                   {key}),
        IsOk());
    ASSERT_THAT(tx.Commit(), IsOk());
  }
  int PruneAll() {
    pg::Transaction tx = Begin();
    const absl::StatusOr<int> count = Prune(tx, {"ride"});
    EXPECT_THAT(count, IsOk());
    EXPECT_THAT(tx.Commit(), IsOk());
    return count.value_or(-1);
  }

  TestDatabase database_{{PlatformTables("rides")}};
  std::unique_ptr<pg::Pool> pool_ = database_.NewPool("rides");
};

TEST_F(OutboxTest, EventsAreReadInTheOrderOfTheirStampsByTopic) {
  Add("ride", "r1");
  Add("offer", "o1");
  Add("ride", "r2");
  std::int64_t position = 0;
  EXPECT_THAT(Read("ride", position), IsEmpty()) << "not before they are stamped";
  EXPECT_EQ(StampAll(), 3);
  EXPECT_EQ(StampAll(), 0);
  EXPECT_THAT(Read("ride", position, 1), ElementsAre("r1"));
  EXPECT_THAT(Read("ride", position, 1), ElementsAre("r2"));
  EXPECT_THAT(Read("ride", position), IsEmpty());
}

TEST_F(OutboxTest, RolledBackCauseHasNoEvent) {
  {
    pg::Transaction tx = Begin();
    ASSERT_THAT(Append(tx, "ride", "r1"), IsOk());
  }
  EXPECT_EQ(StampAll(), 0);
}

// Reading `id > last` lost 1,172 of 3,200 events: what commits late has an early id.
TEST_F(OutboxTest, EventThatCommitsLateIsNeverLost) {
  std::int64_t position = 0;
  pg::Transaction late = Begin();
  ASSERT_THAT(Append(late, "ride", "late"), IsOk());
  Add("ride", "early");
  EXPECT_EQ(StampAll(), 1);
  EXPECT_THAT(Read("ride", position), ElementsAre("early"));
  ASSERT_THAT(late.Commit(), IsOk());
  EXPECT_EQ(StampAll(), 1);
  EXPECT_THAT(Read("ride", position), ElementsAre("late"));
}

TEST_F(OutboxTest, SnapshotAndPositionBelongToOneInstant) {
  Add("ride", "r1");
  StampAll();
  pg::Transaction snapshot = *pg::Transaction::BeginSnapshot(*pool_, Soon());
  absl::StatusOr<std::int64_t> last = LastPosition(snapshot);
  ASSERT_THAT(last, IsOk());
  Add("ride", "r2");
  StampAll();
  EXPECT_EQ(*LastPosition(snapshot), *last);
  EXPECT_THAT(Read("ride", *last), ElementsAre("r2"));
}

TEST_F(OutboxTest, ClaimedEventIsNobodyElsesAndIsDoneOnce) {
  Add("ride", "r1");
  Add("ride", "r2");
  std::optional<pg::Transaction> first = Begin();
  const absl::StatusOr<std::vector<Event>> mine = Claim(*first, "ride", 1);
  ASSERT_THAT(mine, IsOk());
  ASSERT_EQ(mine->size(), 1U);
  {
    pg::Transaction second = Begin();
    const absl::StatusOr<std::vector<Event>> others = Claim(second, "ride", 10);
    ASSERT_THAT(others, IsOk());
    ASSERT_EQ(others->size(), 1U);
    EXPECT_EQ(others->front().key, "r2");
  }
  ASSERT_THAT(MarkDone(*first, mine->front()), IsOk());
  EXPECT_THAT(MarkDone(*first, mine->front()), testing::Not(IsOk()));
  ASSERT_THAT(first->Commit(), IsOk());
  first.reset();
  pg::Transaction after = Begin();
  const absl::StatusOr<std::vector<Event>> left = Claim(after, "ride", 10);
  ASSERT_THAT(left, IsOk());
  ASSERT_EQ(left->size(), 1U);
  EXPECT_EQ(left->front().key, "r2");
}

TEST_F(OutboxTest, ClaimedEventDoesNotHoldTheStamperBack) {
  Add("ride", "r1");
  pg::Transaction worker = Begin();
  ASSERT_THAT(Claim(worker, "ride", 1), IsOk());
  Add("ride", "r2");
  EXPECT_EQ(StampAll(), 1);
  ASSERT_THAT(worker.Commit(), IsOk());
  EXPECT_EQ(StampAll(), 1);
}

TEST_F(OutboxTest, PruneKeepsWhatIsYoungUnstampedOrStillToDo) {
  Add("ride", "todo");
  Add("offer", "watched");
  StampAll();
  Add("offer", "unstamped");
  Add("offer", "young");
  for (const char* key : {"todo", "watched", "unstamped"}) Age(key);
  EXPECT_EQ(PruneAll(), 1);
  EXPECT_EQ(ExtentNow().pruned, 2);
  {
    pg::Transaction tx = Begin();
    const absl::StatusOr<std::vector<Event>> todo = Claim(tx, "ride", 1);
    ASSERT_THAT(todo, IsOk());
    ASSERT_THAT(MarkDone(tx, todo->front()), IsOk());
    ASSERT_THAT(tx.Commit(), IsOk());
  }
  EXPECT_EQ(PruneAll(), 1);
  EXPECT_EQ(PruneAll(), 0);
  EXPECT_EQ(ExtentNow().pruned, 2);
  EXPECT_EQ(StampAll(), 2);
  EXPECT_EQ(ExtentNow().last, 4) << "positions go on after what was pruned";
}

}  // namespace
}  // namespace entraide::outbox
