// SPDX-License-Identifier: EUPL-1.2
// The garage with the real matcher, which watches a directory of three communes and one offer with
// one place, and what the garage has taken on.
#include <gmock/gmock.h>

#include "garage_migrations.h"
#include "matcher/feed/feed.h"
#include "matcher/matcher_service.h"
#include "services/garage/garage_service.h"
#include "tests/matcher/feed/world_text.h"
#include "tests/services/request/house.h"
#include "tests/support/poll.h"
#include "tests/support/watched.h"

namespace entraide::garage {
namespace {

using clients::Trade;

class GarageMatcherTest : public testing::Test {
 protected:
  // The house's directory, whose snapshot is there before anybody watches it.
  std::shared_ptr<grpc::Channel> Directory() {
    house_.directory.snapshot = ThreeCommunes();
    house_.directory.snapshot.push_back(With(AWatchedOffer("o1", "repair", {"62361"}), "place", 1));
    return house_.outside();
  }
  // What the matcher follows.
  matcher::Sources Sources() {
    return {Directory(), {matcher::CommitmentsOf<v1::GarageService>(house_.channel())}};
  }
  // A repair asked for from that commune, once the matcher has looked at it.
  common::v1::RequestStatus RepairIn(const std::string& commune) {
    return StatusOf(FileIn(commune));
  }
  clients::FiledRequest FileIn(const std::string& commune) {
    common::v1::RequestInput input = request::AnInput("repair");
    input.set_residence_commune(commune);
    v1::JobDetails details;
    details.set_symptoms("freins usés");
    const auto filed = house_.client.Create(input, details, NewUuid(), house_.Anybody());
    EXPECT_THAT(filed, IsOk());
    EXPECT_TRUE(Eventually([&] { return feed_.Current() != nullptr; }));
    EXPECT_THAT(dispatcher_.Round(), IsOk());
    return *filed;
  }
  common::v1::RequestStatus StatusOf(const clients::FiledRequest& filed) {
    return house_.client.Status(Trade::kGarage, house_.Code(filed.tracking_code))->status;
  }
  // The garage takes on the one repair that it has been asked for.
  void Accept() {
    const clients::CallOptions staff = house_.Session("staff:o1");
    const auto inbox = house_.client.ListOffers(Trade::kGarage, staff);
    ASSERT_EQ(inbox->size(), 1u);
    ASSERT_THAT(house_.client.Accept(inbox->at(0).name, NewUuid(), staff), IsOk());
  }
  void Cancel(const clients::FiledRequest& filed) {
    ASSERT_THAT(
        house_.client.Cancel(Trade::kGarage, "", NewUuid(), house_.Code(filed.tracking_code)),
        IsOk());
  }
  // Whether the matcher comes to know of so many that the garage holds.
  bool BecomesHeld(size_t count) {
    const matcher::OfferId offer{"organizations/o1/serviceOffers/s"};
    return Eventually([&] { return feed_.Current()->world.CommitmentsOf(offer).size() == count; });
  }

  request::House<GarageService> house_{"garage", "entraide.garage.v1.GarageService",
                                       garage_migrations::Files()};
  auth::Authenticator authenticator_{request::SessionOf, house_.codes};
  auth::AccessTable table_ = *auth::AccessTable::Of({"entraide.matcher.v1.MatcherService"});
  telemetry::Metrics metrics_;
  rpc::Gate gate_{authenticator_, table_, metrics_, [this] { return house_.now.load(); }};
  matcher::Feed feed_{Sources(), "matcher", matcher::TravelByGreatCircle({})};
  matcher::MatcherService service_{gate_, feed_};
  std::unique_ptr<server::GrpcServer> server_ = *server::GrpcServer::Start({}, {&service_});
  clients::MatcherClient matcher_{server_->InProcessChannel(), "garage"};
  request::Dispatcher dispatcher_{*house_.pool, matcher_, GarageService::Dispatched(),
                                  request::WavePolicyOfFrance(),
                                  [this] { return house_.now.load(); }};
};

TEST_F(GarageMatcherTest, AGarageOfAnotherPlaceIsAskedBecauseItServesTheCommune) {
  EXPECT_EQ(RepairIn("62361").state(), common::v1::REQUEST_STATE_SEARCHING);
  const auto inbox = house_.client.ListOffers(Trade::kGarage, house_.Session("staff:o1"));
  ASSERT_THAT(inbox, IsOk());
  ASSERT_EQ(inbox->size(), 1u);
  EXPECT_FALSE(inbox->at(0).offer.terms().empty()) << "why it was asked";
}

TEST_F(GarageMatcherTest, ACommuneThatNobodyServesEndsUnmet) {
  const common::v1::RequestStatus status = RepairIn("62028");
  EXPECT_EQ(status.state(), common::v1::REQUEST_STATE_UNMET);
  EXPECT_EQ(status.blocking_rule(), "ZONE_NOT_SERVED");
}

TEST_F(GarageMatcherTest, WhoHasTakenOnAllItCanIsNotAskedUntilSomethingIsFreed) {
  const clients::FiledRequest first = FileIn("62361");
  Accept();
  ASSERT_TRUE(BecomesHeld(1));
  const common::v1::RequestStatus second = RepairIn("62361");
  EXPECT_EQ(second.state(), common::v1::REQUEST_STATE_UNMET);
  EXPECT_EQ(second.blocking_rule(), "NO_CAPACITY");
  Cancel(first);
  ASSERT_TRUE(BecomesHeld(0));
  EXPECT_EQ(RepairIn("62361").state(), common::v1::REQUEST_STATE_SEARCHING);
}

TEST_F(GarageMatcherTest, AWorldThatFollowedAStoryIsTheOneThatAFreshFeedBuilds) {
  for (int i = 0; i < 4; ++i) {
    const clients::FiledRequest filed = FileIn("62361");
    Accept();
    ASSERT_TRUE(BecomesHeld(1));
    if (i == 0) {
      ASSERT_THAT(
          house_.client.Complete(filed.request.name, "", NewUuid(), house_.Session("staff:o1")),
          IsOk());
    } else if (i < 3) {
      Cancel(filed);
    }
    ASSERT_TRUE(BecomesHeld(i < 3 ? 0 : 1));
  }
  const matcher::Feed fresh{Sources(), "matcher", matcher::TravelByGreatCircle({})};
  ASSERT_TRUE(fresh.AwaitFirst(Soon()));
  const std::vector<std::string> text = matcher::TextOf(fresh.Current()->world);
  EXPECT_EQ(matcher::TextOf(feed_.Current()->world), text);
  EXPECT_THAT(text, testing::SizeIs(2)) << "the offer, and what it holds";
}

TEST_F(GarageMatcherTest, WhoWasAskedIsToldWhyInTheTermsOfTheMatcher) {
  RepairIn("62361");
  const auto inbox = house_.client.ListOffers(Trade::kGarage, house_.Session("staff:o1"));
  ASSERT_EQ(inbox->size(), 1u);
  const std::string name = inbox->at(0).name.substr(0, inbox->at(0).name.find("/offers/"));
  const auto explained = house_.client.Explain(name, house_.Session("staff:o1"));
  ASSERT_THAT(explained, IsOk());
  EXPECT_EQ(explained->offers(0).score(), inbox->at(0).offer.score());
  EXPECT_FALSE(explained->offers(0).terms().empty());
}

}  // namespace
}  // namespace entraide::garage
