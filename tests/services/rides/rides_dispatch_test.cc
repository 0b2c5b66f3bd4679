// SPDX-License-Identifier: EUPL-1.2
// What must hold when things happen at once, or stop halfway.
#include <gmock/gmock.h>

#include <atomic>
#include <latch>
#include <thread>

#include "absl/synchronization/notification.h"
#include "tests/services/rides/rides_house.h"

namespace entraide::rides {
namespace {

using testing::SizeIs;

class RidesDispatchTest : public testing::Test {
 protected:
  int AcceptedOffers() {
    auto tx = pg::Transaction::Begin(*house_.pool, Soon());
    auto found = tx->Execute("SELECT count(*) FROM request_offer WHERE state = 'ACCEPTED'");
    return static_cast<int>((*found)[0].Number(0));
  }

  RidesHouse house_;
};

TEST_F(RidesDispatchTest, OfTwoAcceptancesAtTheSameInstantExactlyOneWins) {
  constexpr int kTimes = 200;
  for (int i = 0; i < kTimes; ++i) {
    house_.FileAndAsk();
    const std::string offers[] = {house_.Inbox("o1")[0].name, house_.Inbox("o2")[0].name};
    absl::Status answers[2];
    std::latch start(2);
    const auto accept = [&](int who) {
      start.arrive_and_wait();
      answers[who] = house_.Accept(offers[who], who == 0 ? "o1" : "o2").status();
    };
    std::thread other([&] { accept(1); });
    accept(0);
    other.join();
    ASSERT_NE(answers[0].ok(), answers[1].ok()) << answers[0] << answers[1];
    ASSERT_THAT(answers[0].ok() ? answers[1] : answers[0], HasReason("ALREADY_TAKEN"));
  }
  EXPECT_EQ(AcceptedOffers(), kTimes);
}

TEST_F(RidesDispatchTest, TwoDispatchersAtOnceAskOnce) {
  const auto filed = house_.File();
  absl::Notification both;
  std::atomic<int> inside{0};
  house_.matcher.During([&](const matcher::v1::MatchRequest&) {
    if (++inside == 2) both.Notify();
    both.WaitForNotificationWithTimeout(absl::Seconds(5));
    return absl::OkStatus();
  });
  std::thread other([&] { EXPECT_THAT(house_.Round(), IsOk()); });
  EXPECT_THAT(house_.Round(), IsOk());
  other.join();
  EXPECT_EQ(inside, 2);
  EXPECT_EQ(house_.StatusOf(*filed).asked_count(), 2);
  EXPECT_THAT(house_.StatusOf(*filed).history(), SizeIs(2));
  EXPECT_THAT(house_.Inbox("o1"), SizeIs(1));
}

TEST_F(RidesDispatchTest, AnAnswerThatComesTooLateForTheRequestIsDropped) {
  const auto filed = house_.File();
  house_.matcher.During([&](const matcher::v1::MatchRequest&) {
    return house_.client.Cancel(Trade::kRides, "", NewUuid(), house_.Code(filed->tracking_code))
        .status();
  });
  EXPECT_THAT(house_.Round(), IsOk());
  EXPECT_EQ(house_.StatusOf(*filed).state(), common::v1::REQUEST_STATE_CANCELLED);
  EXPECT_THAT(house_.Inbox("o1"), SizeIs(0));
}

TEST_F(RidesDispatchTest, WithoutTheMatcherARideWaits) {
  house_.matcher.During([](const auto&) { return absl::UnavailableError("down"); });
  const auto filed = house_.File();
  EXPECT_EQ(house_.Round().status().code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(house_.StatusOf(*filed).state(), common::v1::REQUEST_STATE_SUBMITTED);
  house_.matcher.During(nullptr);
  EXPECT_THAT(house_.Round(), IsOk());
  EXPECT_EQ(house_.StatusOf(*filed).state(), common::v1::REQUEST_STATE_SEARCHING);
}

TEST_F(RidesDispatchTest, WhatDiesBetweenTheMatchAndTheSaveIsDoneAgain) {
  const auto filed = house_.File();
  house_.matcher.During([&](const matcher::v1::MatchRequest&) {
    auto lease = house_.pool->Borrow(Soon());
    // Every session of the dispatcher's pool ends, as in a crash of the database.
    (*lease)
        ->Execute(R"sql(
          SELECT pg_terminate_backend(pid)
            FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid())sql",
                  {}, Soon())
        .IgnoreError();
    return absl::UnavailableError("gone before it could be saved");
  });
  EXPECT_FALSE(house_.Round().ok());
  house_.matcher.During(nullptr);
  EXPECT_THAT(house_.Round(), IsOk());
  EXPECT_EQ(house_.StatusOf(*filed).state(), common::v1::REQUEST_STATE_SEARCHING);
  EXPECT_THAT(house_.Inbox("o1"), SizeIs(1));
}

TEST_F(RidesDispatchTest, OneThatTheMatcherRefusesDoesNotHoldUpTheOthers) {
  const auto odd = house_.File();
  house_.now = kNow + absl::Seconds(1);
  const auto good = house_.File();
  std::atomic<bool> refused{false};
  house_.matcher.During([&](const matcher::v1::MatchRequest&) {
    return refused.exchange(true) ? absl::OkStatus() : absl::InvalidArgumentError("odd");
  });
  EXPECT_THAT(house_.Round(), IsOk());
  EXPECT_EQ(house_.StatusOf(*odd).state(), common::v1::REQUEST_STATE_SUBMITTED);
  EXPECT_EQ(house_.StatusOf(*good).state(), common::v1::REQUEST_STATE_SEARCHING);
  EXPECT_EQ(*house_.Round(), 0);
  house_.now = kNow + absl::Minutes(2);
  EXPECT_EQ(*house_.Round(), 1);
  EXPECT_EQ(house_.StatusOf(*odd).state(), common::v1::REQUEST_STATE_SEARCHING);
}

TEST_F(RidesDispatchTest, AnUnmatchedRideExpiresOnceItsTimeHasPassed) {
  const auto filed = house_.File();
  house_.now = kPickup;
  EXPECT_THAT(house_.Round(), IsOk());
  EXPECT_EQ(house_.StatusOf(*filed).state(), common::v1::REQUEST_STATE_EXPIRED);
  EXPECT_EQ(*house_.Round(), 0);
}

}  // namespace
}  // namespace entraide::rides
