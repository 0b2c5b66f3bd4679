// SPDX-License-Identifier: EUPL-1.2
// MatcherService over gRPC, on the feed that it runs on.
#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>

#include "tests/matcher/service/matcher_house.h"
#include "tests/support/status_matchers.h"

namespace entraide::matcher {
namespace {

using Stub = v1::MatcherService::Stub;

class MatcherServiceTest : public testing::Test {
 protected:
  absl::StatusOr<v1::MatchResponse> Match(const v1::Need& need) {
    v1::MatchRequest request;
    *request.mutable_need() = need;
    return house_.Client().Match(request, MatcherHouse::Soon());
  }
  absl::StatusOr<v1::FindHelpResponse> FindHelp(const v1::Need& need) {
    const auto stub = v1::MatcherService::NewStub(house_.channel());
    v1::FindHelpRequest request;
    *request.mutable_need() = need;
    return clients::Call(*stub, &Stub::FindHelp, request, {.deadline = MatcherHouse::Soon()});
  }

  MatcherHouse house_{{AWatchedOffer("o1", "repair", {"62361"})}};
};

TEST_F(MatcherServiceTest, AServiceIsToldWhyInTerms) {
  const auto match = Match(ANeed("62361"));
  ASSERT_THAT(match, IsOk());
  ASSERT_EQ(match->candidates_size(), 1);
  EXPECT_EQ(match->candidates(0).organization_display_name(), "Association o1");
  EXPECT_FALSE(match->candidates(0).terms().empty());
}

TEST_F(MatcherServiceTest, AnybodyIsToldWhoWithoutScores) {
  const auto found = FindHelp(ANeed("62361"));
  ASSERT_THAT(found, IsOk());
  ASSERT_EQ(found->match().candidates_size(), 1);
  EXPECT_EQ(found->match().candidates(0).score(), 0);
  EXPECT_TRUE(found->match().candidates(0).terms().empty());
}

TEST_F(MatcherServiceTest, ACommuneThatNobodyServesComesWithTheRuleAndTheNearestMiss) {
  const auto match = Match(ANeed("62028"));
  ASSERT_THAT(match, IsOk());
  EXPECT_EQ(match->blocking_rule(), "ZONE_NOT_SERVED");
  ASSERT_EQ(match->near_misses_size(), 1);
  EXPECT_EQ(match->near_misses(0).nearest_served_commune(), "62361");
}

TEST_F(MatcherServiceTest, WrongFieldsAreNamedUnderNeed) {
  const absl::Status status = Match(ANeed("99999", "")).status();
  EXPECT_THAT(status, HasReason("FIELDS_INVALID"));
  ASSERT_EQ(ViolationsOf(status).size(), 2u);
  EXPECT_EQ(ViolationsOf(status)[0].field, "need.kind");
  EXPECT_EQ(ViolationsOf(status)[1].field, "need.residence_commune");
}

TEST(MatcherServiceForRides, AWayTakesAsLongAsTheTravelTableSays) {
  directory::v1::WatchOffersResponse offer = AWatchedOffer("o1", "volunteer-ride", {"62361"});
  common::v1::WeeklySlot& slot = *offer.mutable_offer()->mutable_service_offer()->add_schedule();
  slot.set_weekday(common::v1::WEEKDAY_TUESDAY);
  slot.set_start_time("08:00");
  slot.set_end_time("12:30");
  directory::v1::WatchOffersResponse ways;
  directory::v1::RoadTimesFrom& row = *ways.mutable_road_times()->add_rows();
  row.set_from("62361");
  row.add_to("62028");
  row.add_seconds(25 * 60);
  row.add_meters(0);
  MatcherHouse house({offer, ways});
  const auto blocked = [&](int minutes_past_noon) {  // On the Tuesday after.
    v1::MatchRequest request;
    v1::Need& need = *request.mutable_need();
    need = ANeed("62361", "volunteer-ride");
    need.set_pickup_commune("62361");
    need.set_dropoff_commune("62028");
    need.set_purpose("shopping");
    const absl::Time start = kNow + absl::Hours(7 * 24 + 2) + absl::Minutes(minutes_past_noon);
    need.add_spans()->mutable_start_time()->set_seconds(absl::ToUnixSeconds(start));
    const auto response = house.Client("rides").Match(request, MatcherHouse::Soon());
    EXPECT_THAT(response, IsOk());
    return response->blocking_rule();
  };
  EXPECT_EQ(blocked(5), "") << "25 minutes end at half past";
  EXPECT_EQ(blocked(6), "CLOSED_THEN");
}

TEST_F(MatcherServiceTest, OnlyTheServicesThatOwnNeedsMatchThem) {
  v1::MatchRequest request;
  *request.mutable_need() = ANeed("62361");
  EXPECT_THAT(house_.Client("identity").Match(request, MatcherHouse::Soon()),
              HasReason("ROLE_FORBIDS"));
  EXPECT_THAT(house_.Client("").Match(request, MatcherHouse::Soon()), HasReason("ROLE_FORBIDS"));
}

TEST_F(MatcherServiceTest, NobodysSessionIsLookedUpForAMatch) {
  const auto stub = v1::MatcherService::NewStub(house_.channel());
  v1::MatchRequest request;
  *request.mutable_need() = ANeed("62361");
  const clients::CallOptions ghost = {.authorization = clients::BearerCredential("ghost"),
                                      .service = "garage",
                                      .deadline = MatcherHouse::Soon()};
  EXPECT_THAT(clients::Call(*stub, &v1::MatcherService::Stub::Match, request, ghost),
              HasReason("ROLE_FORBIDS"));
}

TEST(MatcherServiceAtStart, SaysThatItIsNotReadyBeforeTheFirstSnapshot) {
  const auth::TrackingCodes codes{auth::TrackingCodes::Key{7}};
  const auth::Authenticator authenticator{SessionOf, codes};
  const auth::AccessTable table = *auth::AccessTable::Of({"entraide.matcher.v1.MatcherService"});
  telemetry::Metrics metrics;
  const rpc::Gate gate{authenticator, table, metrics, [] { return kNow; }};
  const Feed feed{
      Sources{grpc::CreateChannel("unix:nobody-listens", grpc::InsecureChannelCredentials())},
      "matcher", TravelByGreatCircle({})};
  MatcherService service{gate, feed};
  const auto server = *server::GrpcServer::Start({}, {&service});
  clients::MatcherClient client{server->InProcessChannel(), "garage"};
  v1::MatchRequest one;
  *one.mutable_need() = ANeed("62361");
  EXPECT_THAT(client.Match(one, MatcherHouse::Soon()), HasReason("NOT_READY"));
  v1::MatchBatchRequest batch;
  *batch.add_needs() = ANeed("62361");
  EXPECT_THAT(client.MatchBatch(batch, MatcherHouse::Soon()), HasReason("NOT_READY"));
}

}  // namespace
}  // namespace entraide::matcher
