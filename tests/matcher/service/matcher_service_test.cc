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
  const Feed feed{grpc::CreateChannel("unix:nobody-listens", grpc::InsecureChannelCredentials()),
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
