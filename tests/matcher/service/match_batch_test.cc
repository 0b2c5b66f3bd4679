// SPDX-License-Identifier: EUPL-1.2
// Many needs in one message.
#include "tests/matcher/service/matcher_house.h"
#include "tests/support/status_matchers.h"

namespace entraide::matcher {
namespace {

class MatchBatchTest : public testing::Test {
 protected:
  absl::StatusOr<v1::MatchBatchResponse> Ask(const std::vector<v1::Need>& needs, int limit = 0) {
    v1::MatchBatchRequest request;
    for (const v1::Need& need : needs) *request.add_needs() = need;
    request.set_candidate_limit(limit);
    return house_.Client().MatchBatch(request, MatcherHouse::Soon());
  }
  std::string MatchAlone(const v1::Need& need) {
    v1::MatchRequest request;
    *request.mutable_need() = need;
    return house_.Client().Match(request, MatcherHouse::Soon())->DebugString();
  }

  MatcherHouse house_{{AWatchedOffer("o1", "repair", {"62361"}),
                       AWatchedOffer("o2", "repair", {"62361", "62028"}),
                       AWatchedOffer("o3", "housework", {"62028"})}};
};

TEST_F(MatchBatchTest, AnswersEachNeedAsMatchDoesInTheirOrder) {
  const std::vector<v1::Need> needs = {ANeed("62361"), ANeed("62028", "housework"),
                                       ANeed("62361", "housework"), ANeed("62028")};
  const auto answered = Ask(needs);
  ASSERT_THAT(answered, IsOk());
  ASSERT_EQ(answered->outcomes_size(), 4);
  for (int i = 0; i < 4; ++i) {
    EXPECT_EQ(answered->outcomes(i).match().DebugString(),
              MatchAlone(needs[static_cast<std::size_t>(i)]))
        << "need " << i;
  }
}

TEST_F(MatchBatchTest, AWrongNeedSpoilsNoOther) {
  const auto answered = Ask({ANeed("62361"), ANeed("99999", "Repair"), ANeed("62028")});
  ASSERT_THAT(answered, IsOk());
  ASSERT_EQ(answered->outcomes_size(), 3);
  EXPECT_EQ(answered->outcomes(0).match().candidates_size(), 2);
  EXPECT_EQ(answered->outcomes(2).match().candidates_size(), 1);
  const v1::NeedError& error = answered->outcomes(1).error();
  EXPECT_EQ(error.reason(), "FIELDS_INVALID");
  ASSERT_EQ(error.field_violations_size(), 2);
  EXPECT_EQ(error.field_violations(0).field(), "needs[1].kind");
  EXPECT_EQ(error.field_violations(1).field(), "needs[1].residence_commune");
  EXPECT_EQ(error.field_violations(1).reason(), "UNKNOWN_VALUE");
}

TEST_F(MatchBatchTest, TellsTheBestOnlyWhenAskedTo) {
  const auto answered = Ask({ANeed("62361")}, 1);
  ASSERT_THAT(answered, IsOk());
  ASSERT_EQ(answered->outcomes(0).match().candidates_size(), 1);
  EXPECT_EQ(answered->outcomes(0).match().candidates(0).service_offer(),
            Ask({ANeed("62361")})->outcomes(0).match().candidates(0).service_offer());
}

TEST_F(MatchBatchTest, TakesOneToAHundredNeeds) {
  EXPECT_THAT(Ask({}), HasReason("FIELDS_INVALID"));
  EXPECT_THAT(Ask(std::vector<v1::Need>(101, ANeed("62361"))), HasReason("FIELDS_INVALID"));
  EXPECT_THAT(Ask({ANeed("62361")}, -1), HasReason("FIELDS_INVALID"));
  const auto answered = Ask(std::vector<v1::Need>(100, ANeed("62361")));
  ASSERT_THAT(answered, IsOk());
  EXPECT_EQ(answered->outcomes_size(), 100);
}

TEST_F(MatchBatchTest, IsForTheServicesThatOwnNeeds) {
  v1::MatchBatchRequest request;
  *request.add_needs() = ANeed("62361");
  EXPECT_THAT(house_.Client("notify").MatchBatch(request, MatcherHouse::Soon()),
              HasReason("ROLE_FORBIDS"));
  EXPECT_THAT(house_.Client("coverage").MatchBatch(request, MatcherHouse::Soon()), IsOk());
}

}  // namespace
}  // namespace entraide::matcher
