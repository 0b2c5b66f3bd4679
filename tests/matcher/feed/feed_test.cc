// SPDX-License-Identifier: EUPL-1.2
#include "matcher/feed/feed.h"

#include <gmock/gmock.h>

#include "entraide/rides/v1/rides_service.grpc.pb.h"
#include "services/platform/server/grpc_server.h"
#include "tests/support/fake_directory.h"
#include "tests/support/fake_trade.h"
#include "tests/support/poll.h"
#include "tests/support/watched.h"

namespace entraide::matcher {
namespace {

// A feed that follows a directory of one garage with one place, and that garage's trade.
class FeedTest : public testing::Test {
 protected:
  void SetUp() override {
    directory_.snapshot = ThreeCommunes();
    directory_.snapshot.push_back(With(AWatchedOffer("o1", "repair", {"62361"}), "place", 1));
    server_ = *server::GrpcServer::Start({}, {&directory_, &trade_});
  }
  std::unique_ptr<Feed> Follow() {
    const auto channel = server_->InProcessChannel();
    return std::make_unique<Feed>(
        Sources{channel, {CommitmentsOf<garage::v1::GarageService>(channel)}}, "matcher",
        TravelByGreatCircle({}));
  }
  static absl::Time Soon() { return absl::Now() + absl::Seconds(10); }
  static std::vector<std::string> Holders(const Feed& feed) {
    std::vector<std::string> tasks;
    const std::shared_ptr<const live::Version> version = feed.Current();
    for (const Commitment* one :
         version->world.CommitmentsOf(OfferId{"organizations/o1/serviceOffers/s"})) {
      tasks.push_back(one->task);
    }
    return tasks;
  }
  static bool Becomes(const Feed& feed, const std::vector<std::string>& holders) {
    return Eventually([&] { return Holders(feed) == holders; });
  }

  FakeDirectory directory_;
  FakeTrade trade_;
  std::unique_ptr<server::GrpcServer> server_;
};

TEST_F(FeedTest, FollowsWhatIsTakenOnAndReleased) {
  trade_.Tell(AHolding("jobs/1", "o1"));
  const auto feed = Follow();
  ASSERT_TRUE(feed->AwaitFirst(Soon()));
  EXPECT_THAT(Holders(*feed), testing::ElementsAre("jobs/1"));
  trade_.Tell(ARelease("jobs/1"));
  EXPECT_TRUE(Becomes(*feed, {}));
  trade_.Tell(AHolding("jobs/2", "o1"));
  EXPECT_TRUE(Becomes(*feed, {"jobs/2"}));
}

TEST_F(FeedTest, ANewSnapshotTakesThePlaceOfAllThatWasToldBefore) {
  trade_.Tell(AHolding("jobs/1", "o1"));
  const auto feed = Follow();
  ASSERT_TRUE(feed->AwaitFirst(Soon()));
  trade_.Forget({AHolding("jobs/2", "o1"), AHolding("jobs/3", "o1")});
  EXPECT_TRUE(Becomes(*feed, {"jobs/2", "jobs/3"}));
}

TEST_F(FeedTest, NobodyIsMatchedBeforeItIsKnownWhatTheyHaveTakenOn) {
  const auto channel = server_->InProcessChannel();
  const Feed feed(Sources{channel,
                          {CommitmentsOf<garage::v1::GarageService>(channel),
                           CommitmentsOf<rides::v1::RidesService>(channel)}},
                  "matcher", TravelByGreatCircle({}));
  EXPECT_FALSE(feed.AwaitFirst(absl::Now() + absl::Milliseconds(300))) << "no rides here";
}

}  // namespace
}  // namespace entraide::matcher
