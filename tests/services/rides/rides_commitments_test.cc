// SPDX-License-Identifier: EUPL-1.2
// What the matcher is told of rides that somebody holds.
#include <gmock/gmock.h>

#include "entraide/rides/v1/rides_service.grpc.pb.h"
#include "services/platform/rpc/status.h"
#include "tests/services/rides/rides_house.h"

namespace entraide::rides {
namespace {

using common::v1::WatchCommitmentsResponse;
using testing::HasSubstr;
using testing::Not;

// One open stream.
class Reader {
 public:
  Reader(v1::RidesService::Stub& stub, const std::string& service, const std::string& token = "") {
    context_.set_deadline(absl::ToChronoTime(Soon()));
    context_.AddMetadata("x-entraide-service", service);
    common::v1::WatchCommitmentsRequest request;
    request.set_resume_token(token);
    stream_ = stub.WatchCommitments(&context_, request);
  }
  ~Reader() {
    context_.TryCancel();
    Finish().IgnoreError();  // It was taken leave of.
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  // The next message; one without a change when the stream has ended.
  WatchCommitmentsResponse Next() {
    WatchCommitmentsResponse message;
    if (stream_->Read(&message) && !message.resume_token().empty()) token_ = message.resume_token();
    return message;
  }
  // Reads to the end; how the stream ended.
  absl::Status Finish() {
    if (!end_.has_value()) {
      for (WatchCommitmentsResponse message; stream_->Read(&message);) continue;
      end_ = rpc::FromGrpc(stream_->Finish());
    }
    return *end_;
  }
  const std::string& token() const { return token_; }

 private:
  grpc::ClientContext context_{};
  std::unique_ptr<grpc::ClientReader<WatchCommitmentsResponse>> stream_{};
  std::string token_{};
  std::optional<absl::Status> end_{};
};

class RidesCommitmentsTest : public testing::Test {
 protected:
  // A ride that `o1` has taken on.
  clients::FiledRequest Held() {
    clients::FiledRequest filed = house_.FileAndAsk();
    EXPECT_THAT(house_.Accept(house_.Inbox("o1")[0].name, "o1"), IsOk());
    return filed;
  }
  absl::Status Cancel(const clients::FiledRequest& filed) {
    return house_.client.Cancel(Trade::kRides, "", NewUuid(), house_.Code(filed.tracking_code))
        .status();
  }

  RidesHouse house_;
  std::unique_ptr<v1::RidesService::Stub> stub_ = v1::RidesService::NewStub(house_.channel());
};

TEST_F(RidesCommitmentsTest, TellsWhoHoldsARideAndWhenItIs) {
  const clients::FiledRequest filed = Held();
  Reader reader(*stub_, "matcher");
  const common::v1::Commitment held = reader.Next().commitment();
  EXPECT_EQ(held.request(), filed.request.name);
  EXPECT_EQ(held.service_offer(), "organizations/o1/serviceOffers/s");
  EXPECT_EQ(held.accept_time().seconds(), absl::ToUnixSeconds(kNow));
  ASSERT_EQ(held.spans_size(), 1);
  EXPECT_EQ(held.spans(0).start_time().seconds(), absl::ToUnixSeconds(kPickup));
  EXPECT_FALSE(held.spans(0).has_end_time());
  EXPECT_EQ(held.spans(0).from_commune(), "62361");
  EXPECT_EQ(held.spans(0).to_commune(), "62028");
  EXPECT_TRUE(reader.Next().has_snapshot_end());
}

TEST_F(RidesCommitmentsTest, TellsTheWayBackAsAWayBack) {
  v1::RideDetails details = ARide();
  *details.mutable_return_time() = request::ToProto(kPickup + absl::Hours(3));
  ASSERT_THAT(house_.client.Create(request::AnInput("volunteer-ride"), details, NewUuid(),
                                   house_.Anybody()),
              IsOk());
  ASSERT_THAT(house_.Round(), IsOk());
  for (const clients::AskedOffer& asked : house_.Inbox("o2")) {
    ASSERT_THAT(house_.Accept(asked.name, "o2"), IsOk());
  }
  Reader reader(*stub_, "matcher");
  std::vector<std::string> ways;
  for (int leg = 0; leg < 2; ++leg) {
    const common::v1::Commitment held = reader.Next().commitment();
    ASSERT_EQ(held.spans_size(), 1);
    ways.push_back(held.spans(0).from_commune() + " to " + held.spans(0).to_commune());
  }
  EXPECT_THAT(ways, testing::UnorderedElementsAre("62361 to 62028", "62028 to 62361"));
}

TEST_F(RidesCommitmentsTest, TellsOfWhatIsTakenOnAndFreedWhileItIsWatched) {
  Reader reader(*stub_, "matcher");
  EXPECT_TRUE(reader.Next().has_snapshot_end());
  const clients::FiledRequest cancelled = Held();
  EXPECT_EQ(reader.Next().commitment().request(), cancelled.request.name);
  ASSERT_THAT(Cancel(cancelled), IsOk());
  EXPECT_EQ(reader.Next().released_request(), cancelled.request.name);

  const clients::FiledRequest done = Held();
  EXPECT_EQ(reader.Next().commitment().request(), done.request.name);
  ASSERT_THAT(house_.Assign(done.request.name, "Paul"), IsOk());
  house_.now = kPickup + absl::Hours(1);
  ASSERT_THAT(house_.client.Complete(done.request.name, "", NewUuid(), house_.Session("staff:o1")),
              IsOk());
  EXPECT_EQ(reader.Next().released_request(), done.request.name);
}

TEST_F(RidesCommitmentsTest, WhatNobodyEverSaidTheOutcomeOfIsFreedWhenItLapses) {
  const clients::FiledRequest forgotten = Held();
  Reader reader(*stub_, "matcher");
  EXPECT_TRUE(reader.Next().has_commitment());
  EXPECT_TRUE(reader.Next().has_snapshot_end());
  house_.now = kPickup + absl::Hours(24 * 31);
  ASSERT_THAT(house_.Round(), IsOk());
  EXPECT_EQ(reader.Next().released_request(), forgotten.request.name);
}

TEST_F(RidesCommitmentsTest, GoesOnFromWhereTheReaderWas) {
  const clients::FiledRequest filed = Held();
  std::string token;
  {
    Reader reader(*stub_, "matcher");
    reader.Next();
    reader.Next();
    token = reader.token();
  }
  ASSERT_THAT(Cancel(filed), IsOk());
  Reader again(*stub_, "matcher", token);
  EXPECT_EQ(again.Next().released_request(), filed.request.name);
}

TEST_F(RidesCommitmentsTest, NamesNobody) {
  Held();
  Reader reader(*stub_, "matcher");
  const std::string told = reader.Next().DebugString();
  for (const char* personal : {"Jeanne", "Martin", "612345678", "blue door", "shopping"}) {
    EXPECT_THAT(told, Not(HasSubstr(personal)));
  }
}

TEST_F(RidesCommitmentsTest, IsForTheMatcherOnly) {
  for (const char* other : {"web", "coverage", "garage", ""}) {
    EXPECT_THAT(Reader(*stub_, other).Finish(), HasReason("ROLE_FORBIDS")) << other;
  }
}

}  // namespace
}  // namespace entraide::rides
