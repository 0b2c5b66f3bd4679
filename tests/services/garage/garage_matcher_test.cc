// SPDX-License-Identifier: EUPL-1.2
// The garage with the real matcher, which watches a directory of three communes and one offer.
#include <gmock/gmock.h>

#include "garage_migrations.h"
#include "matcher/feed/feed.h"
#include "matcher/matcher_service.h"
#include "services/garage/garage_service.h"
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
    house_.directory.snapshot.push_back(AWatchedOffer("o1", "repair", {"62361"}));
    return house_.outside();
  }
  // A repair asked for from that commune, once the matcher has looked at it.
  common::v1::RequestStatus RepairIn(const std::string& commune) {
    common::v1::RequestInput input = request::AnInput("repair");
    input.set_residence_commune(commune);
    v1::JobDetails details;
    details.set_symptoms("freins usés");
    const auto filed = house_.client.Create(input, details, NewUuid(), house_.Anybody());
    EXPECT_THAT(filed, IsOk());
    EXPECT_TRUE(Eventually([&] { return feed_.Current() != nullptr; }));
    EXPECT_THAT(dispatcher_.Round(), IsOk());
    return house_.client.Status(Trade::kGarage, house_.Code(filed->tracking_code))->status;
  }

  request::House<GarageService> house_{"garage", "entraide.garage.v1.GarageService",
                                       garage_migrations::Files()};
  auth::Authenticator authenticator_{request::SessionOf, house_.codes};
  auth::AccessTable table_ = *auth::AccessTable::Of({"entraide.matcher.v1.MatcherService"});
  telemetry::Metrics metrics_;
  rpc::Gate gate_{authenticator_, table_, metrics_, [this] { return house_.now.load(); }};
  matcher::Feed feed_{Directory(), "matcher", matcher::TravelByGreatCircle({})};
  matcher::MatcherService service_{gate_, feed_};
  std::unique_ptr<server::GrpcServer> server_ = *server::GrpcServer::Start({}, {&service_});
  clients::MatcherClient matcher_{server_->InProcessChannel(), "garage"};
  request::Dispatcher dispatcher_{*house_.pool, matcher_, GarageService::NeedReader(),
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
