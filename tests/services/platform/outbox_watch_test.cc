// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/services/platform/watch_testing.h"

namespace entraide::outbox {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST_F(WatchTest, TellsWhatThereIsThenWhatChanges) {
  Write("a");
  Write("b");
  Start();
  Reader reader = Open();
  EXPECT_THAT(reader.Read(3), ElementsAre("a", "b", "end"));
  Write("c");
  EXPECT_THAT(reader.Read(1), ElementsAre("c"));
  Write("a");
  EXPECT_THAT(reader.Read(1), ElementsAre("a"));
}

TEST_F(WatchTest, ReaderWhoComesBackGetsWhatItMissedAndNothingElse) {
  Start();
  std::string token;
  {
    Reader reader = Open();
    EXPECT_THAT(reader.Read(1), ElementsAre("end"));
    Write("seen");
    EXPECT_THAT(reader.Read(1), ElementsAre("seen"));
    token = reader.token();
  }
  Write("missed");
  Reader again = Open(token);
  EXPECT_THAT(again.Read(1), ElementsAre("missed"));
  Write("next");
  EXPECT_THAT(again.Read(1), ElementsAre("next"));
}

TEST_F(WatchTest, ChangeThatCommitsLateIsNotLost) {
  Start();
  absl::StatusOr<pg::Transaction> late = pg::Transaction::Begin(*pool_, Soon());
  ASSERT_THAT(late, IsOk());
  WriteThing(*late, "late");
  Reader reader = Open();
  EXPECT_THAT(reader.Read(1), ElementsAre("end"));
  Write("early");
  EXPECT_THAT(reader.Read(1), ElementsAre("early"));
  ASSERT_THAT(late->Commit(), IsOk());
  EXPECT_THAT(reader.Read(1), ElementsAre("late"));
}

TEST_F(WatchTest, MoreThanOneBatchOfChangesArrivesInOrder) {
  Start({.pause = absl::Milliseconds(5), .batch = 3});
  Reader reader = Open();
  EXPECT_THAT(reader.Read(1), ElementsAre("end"));
  std::vector<std::string> names;
  absl::StatusOr<pg::Transaction> tx = pg::Transaction::Begin(*pool_, Soon());
  ASSERT_THAT(tx, IsOk());
  for (int i = 0; i < 10; ++i) {
    names.push_back(absl::StrCat("t", i));
    WriteThing(*tx, names.back());
  }
  ASSERT_THAT(tx->Commit(), IsOk());
  EXPECT_EQ(reader.Read(10), names);
}

TEST_F(WatchTest, ChangeWithoutAMessageDoesNotStopTheStream) {
  Start();
  Reader reader = Open();
  EXPECT_THAT(reader.Read(1), ElementsAre("end"));
  Write("hidden");
  Write("shown");
  EXPECT_THAT(reader.Read(1), ElementsAre("shown"));
}

TEST_F(WatchTest, QuietStreamBeatsAndSaysWhereToResume) {
  Start({.pause = absl::Milliseconds(5), .beat = absl::Milliseconds(20)});
  Reader reader = Open();
  EXPECT_THAT(reader.Read(2), ElementsAre("end", "beat"));
  Write("hidden");
  std::string token = reader.token();
  for (const absl::Time end = Soon(); token == reader.token() && absl::Now() < end;) {
    EXPECT_THAT(reader.Read(1), ElementsAre("beat"));
  }
  EXPECT_NE(reader.token(), token);
}

TEST_F(WatchTest, TokenOfPrunedEventsOrOfNoneIsRefused) {
  Start();
  Write("old");
  {
    Reader reader = Open();
    EXPECT_THAT(reader.Read(2), ElementsAre("old", "end"));
  }
  {
    absl::StatusOr<pg::Transaction> tx = pg::Transaction::Begin(*pool_, Soon());
    ASSERT_THAT(tx, IsOk());
    ASSERT_THAT(tx->Execute("UPDATE outbox SET create_time = now() - interval '8 days'"), IsOk());
    ASSERT_EQ(Prune(*tx, {}).value_or(-1), 1);
    ASSERT_THAT(tx->Commit(), IsOk());
  }
  EXPECT_THAT(Open("0").End(), HasReason("RESUME_TOKEN_EXPIRED"));
  EXPECT_THAT(Open("99").End(), HasReason("RESUME_TOKEN_EXPIRED"));
  EXPECT_THAT(Open("nonsense").End(), HasReason("RESUME_TOKEN_INVALID"));
}

TEST_F(WatchTest, OnlyTheDeclaredServicesMayWatch) {
  Start();
  EXPECT_EQ(Reader(*stub_, "", "web").End().code(), absl::StatusCode::kPermissionDenied);
}

TEST_F(WatchTest, ReaderWhoIsGoneMakesRoomForAnother) {
  Start({.pause = absl::Milliseconds(5), .streams = 1});
  {
    Reader first = Open();
    EXPECT_THAT(first.Read(1), ElementsAre("end"));
    EXPECT_EQ(Open().End().code(), absl::StatusCode::kResourceExhausted);
  }
  for (const absl::Time end = Soon(); absl::Now() < end;) {
    Reader next = Open();
    if (!next.Read(1).empty()) return;
  }
  FAIL() << "the room was never given back";
}

TEST_F(WatchTest, ReaderWhoDoesNotReadIsCutOff) {
  Start({.pause = absl::Milliseconds(5), .patience = absl::Milliseconds(50), .streams = 1});
  Reader idle = Open();
  // Room again only once the first is gone; it holds its place by not reading.
  for (const absl::Time end = Soon(); absl::Now() < end;) {
    Reader next = Open();
    if (!next.Read(1).empty()) return;
  }
  FAIL() << "a reader who does not read keeps its place for ever";
}

TEST_F(WatchTest, StopEndsEveryStreamAndRefusesNewOnes) {
  Start();
  Reader reader = Open();
  EXPECT_THAT(reader.Read(1), ElementsAre("end"));
  service_->Stop();
  EXPECT_EQ(reader.End().code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(Open().End().code(), absl::StatusCode::kUnavailable);
}

TEST_F(WatchTest, SourceThatFailsEndsTheStreamWithItsStatus) {
  Start();
  Reader reader = Open();
  EXPECT_THAT(reader.Read(1), ElementsAre("end"));
  Write("broken");
  EXPECT_EQ(reader.End().code(), absl::StatusCode::kInternal);
}

}  // namespace
}  // namespace entraide::outbox
