// SPDX-License-Identifier: EUPL-1.2
// Many filings at once: each is stored once and whole, whatever becomes of its neighbours.
#include <gmock/gmock.h>

#include <algorithm>
#include <thread>
#include <vector>

#include "services/request/filing_desk.h"
#include "tests/services/rides/a_filing.h"
#include "tests/services/rides/rides_house.h"

namespace entraide::rides {
namespace {

using request::FilingDesk;
using testing::Each;
using testing::SizeIs;

constexpr int kMany = 40;

class RidesFilingTest : public testing::Test {
 protected:
  // Stores all at once: none is committed before all have come to the desk.
  void StoreAll(std::vector<Filed>& filings) {
    FilingDesk<RideTrade> desk(*house_.pool);
    pg::Transaction first = *pg::Transaction::Begin(*house_.pool, Soon());
    ASSERT_THAT(first.Execute("LOCK TABLE answered_request IN SHARE ROW EXCLUSIVE MODE"), IsOk());
    std::vector<std::thread> threads;
    for (Filed& filed : filings) threads.emplace_back([&desk, &filed] { desk.Store(filed); });
    while (desk.waiting() + 1 < filings.size()) std::this_thread::yield();
    ASSERT_THAT(first.Commit(), IsOk());
    for (std::thread& thread : threads) thread.join();
  }
  std::int64_t Count(pg::Sql sql) {
    pg::Transaction tx = *pg::Transaction::BeginSnapshot(*house_.pool, Soon());
    const absl::StatusOr<pg::Result> count = tx.Execute(sql);
    EXPECT_THAT(count, IsOk());
    return count.ok() ? (*count)[0].Number(0) : -1;
  }

  RidesHouse house_;
};

TEST_F(RidesFilingTest, EachOfManyIsStoredWholeInFewCommits) {
  std::vector<Filed> filings;
  for (int i = 0; i < kMany; ++i) filings.push_back(AFiling(i, i));
  StoreAll(filings);
  for (const Filed& filed : filings) {
    EXPECT_THAT(filed.outcome, IsOk());
    EXPECT_EQ(filed.told.ride().name(), filed.answer.ride().name());
  }
  EXPECT_EQ(Count(R"sql(SELECT count(*) FROM request JOIN contact ON contact.request_id = request.id
                          JOIN ride ON ride.request_id = request.id
                          JOIN request_history AS line ON line.request_id = request.id)sql"),
            kMany);
  EXPECT_EQ(Count("SELECT count(DISTINCT xmin::text) FROM request"), 2);
}

TEST_F(RidesFilingTest, OneRequestIdIsStoredOnceHoweverOftenItComes) {
  std::vector<Filed> filings;
  for (int i = 0; i < kMany; ++i) filings.push_back(AFiling(i, 7));
  StoreAll(filings);
  EXPECT_EQ(Count("SELECT count(*) FROM request"), 1);
  EXPECT_EQ(std::count_if(filings.begin(), filings.end(),
                          [](const Filed& filed) { return filed.answered == rpc::Answered::kNow; }),
            1);
  std::vector<std::string> told;
  for (const Filed& filed : filings) told.push_back(filed.told.ride().name());
  EXPECT_THAT(told, Each(told.front()));
}

TEST_F(RidesFilingTest, OneThatTheDatabaseRefusesSpoilsNoOther) {
  std::vector<Filed> filings;
  for (int i = 0; i < kMany; ++i) filings.push_back(AFiling(i, i));
  filings[kMany / 2].parts[0].details.passenger_count = 99;
  StoreAll(filings);
  for (int i = 0; i < kMany; ++i) {
    EXPECT_EQ(filings[static_cast<std::size_t>(i)].outcome.ok(), i != kMany / 2) << i;
  }
  EXPECT_EQ(Count("SELECT count(*) FROM ride"), kMany - 1);
  EXPECT_EQ(Count("SELECT count(*) FROM answered_request"), kMany - 1);
}

TEST_F(RidesFilingTest, AnAnswerStaysThoughTheFilingWouldBeRefusedToday) {
  const std::string id = NewUuid();
  const auto filed = house_.File(house_.Anybody(), id);
  ASSERT_THAT(filed, IsOk());
  house_.now = kPickup + absl::Hours(1);
  const auto again = house_.File(house_.Anybody(), id);
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->tracking_code, filed->tracking_code);
  EXPECT_THAT(house_.File(), HasReason("FIELDS_INVALID"));
}

}  // namespace
}  // namespace entraide::rides
