// SPDX-License-Identifier: EUPL-1.2
// Why a ride was put to whom: who may know, and what they are told.
#include <gmock/gmock.h>

#include "tests/services/rides/rides_house.h"

namespace entraide::rides {
namespace {

using common::v1::Offer;
using matcher::v1::Explanation;
using testing::ElementsAre;
using testing::IsEmpty;

class RidesExplainTest : public testing::Test {
 protected:
  RidesExplainTest() {
    house_.matcher.Offer(3);
    filed_ = house_.FileAndAsk();
  }
  absl::StatusOr<Explanation> Ask(const std::string& token) {
    return house_.client.Explain(filed_.request.name, house_.Session(token));
  }
  absl::Status Decline(const std::string& organization) {
    return house_.client.Decline(house_.Inbox(organization)[0].name, "too-far", NewUuid(),
                                 house_.Session("staff:" + organization));
  }

  RidesHouse house_;
  clients::FiledRequest filed_{};
};

TEST_F(RidesExplainTest, ShowsTheStoredScoreOfEveryoneAskedAndTheMatcherNow) {
  const auto explained = Ask("staff:o2");
  ASSERT_THAT(explained, IsOk());
  EXPECT_EQ(explained->name(), filed_.request.name);
  EXPECT_EQ(explained->state(), common::v1::REQUEST_STATE_SEARCHING);
  EXPECT_EQ(explained->residence_commune(), "62361");
  ASSERT_EQ(explained->offers_size(), 3);
  EXPECT_EQ(explained->offers(0).organization(), "organizations/o1");
  EXPECT_EQ(explained->offers(0).organization_display_name(), "Association o1");
  EXPECT_EQ(explained->offers(0).score(), 8999);
  EXPECT_EQ(explained->offers(0).weights_version(), "v1");
  EXPECT_FALSE(explained->offers(0).own());
  EXPECT_TRUE(explained->offers(1).own());
  EXPECT_EQ(explained->match().candidates_size(), 3) << "those asked stay part of the answer";
}

TEST_F(RidesExplainTest, SomebodyElsesIsNotFoundLikeOneThatNeverWas) {
  const absl::Status theirs = Ask("staff:o9").status();
  EXPECT_THAT(theirs, HasReason("REQUEST_UNKNOWN"));
  EXPECT_EQ(house_.client.Explain("rides/" + NewUuid(), house_.Session("staff:o1")).status(),
            theirs);
  EXPECT_THAT(Ask("prescriber:ccas"), HasReason("ROLE_FORBIDS"));
  EXPECT_THAT(house_.client.Explain(filed_.request.name, house_.Anybody()),
              HasReason("CREDENTIAL_MISSING"));
}

TEST_F(RidesExplainTest, WhyAnotherSaidNoIsBetweenThemAndTheOperator) {
  ASSERT_THAT(Decline("o1"), IsOk());
  const auto others = Ask("staff:o2");
  EXPECT_EQ(others->offers(0).state(), Offer::STATE_DECLINED);
  EXPECT_EQ(others->offers(0).reason(), "");
  EXPECT_EQ(Ask("staff:o1")->offers(0).reason(), "too-far");
  EXPECT_EQ(Ask("admin")->offers(0).reason(), "too-far");
}

TEST_F(RidesExplainTest, AnOperatorSeesNeitherCommuneNorNeed) {
  matcher::v1::MatchResponse nobody;
  matcher::v1::NearMiss& miss = *nobody.add_near_misses();
  miss.set_rule("NEED_NOT_COVERED");
  miss.set_nearest_served_commune("62028");
  miss.set_missing_need("oxygen");
  miss.set_missing_purpose("health");
  house_.matcher.Answer(nobody);
  const auto operators = Ask("admin");
  ASSERT_THAT(operators, IsOk());
  EXPECT_EQ(operators->residence_commune(), "");
  ASSERT_EQ(operators->match().near_misses_size(), 1);
  const matcher::v1::NearMiss& seen = operators->match().near_misses(0);
  EXPECT_EQ(seen.rule(), "NEED_NOT_COVERED");
  EXPECT_EQ(seen.nearest_served_commune() + seen.missing_need() + seen.missing_purpose(), "");
  EXPECT_EQ(Ask("staff:o1")->match().near_misses(0).missing_need(), "oxygen");
}

TEST_F(RidesExplainTest, NobodyIsToldWhoThePersonIs) {
  for (const std::string token : {"staff:o1", "admin"}) {
    const std::string told = Ask(token)->DebugString();
    EXPECT_THAT(told, testing::Not(testing::HasSubstr("Jeanne")));
    EXPECT_THAT(told, testing::Not(testing::HasSubstr("blue door")));
    EXPECT_THAT(told, testing::Not(testing::HasSubstr("shopping"))) << "the purpose";
  }
}

TEST_F(RidesExplainTest, OneThatIsHeldIsExplainedFromWhatWasStored) {
  ASSERT_THAT(house_.Accept(house_.Inbox("o1")[0].name, "o1"), IsOk());
  const std::size_t asked_before = house_.matcher.asked().size();
  const auto explained = Ask("staff:o2");
  ASSERT_THAT(explained, IsOk());
  EXPECT_EQ(explained->state(), common::v1::REQUEST_STATE_ACCEPTED);
  EXPECT_FALSE(explained->has_match());
  EXPECT_EQ(explained->offers(0).state(), Offer::STATE_ACCEPTED);
  EXPECT_EQ(explained->offers(1).reason(), "TAKEN");
  EXPECT_EQ(house_.matcher.asked().size(), asked_before);
}

TEST_F(RidesExplainTest, OneThatNobodyTookSaysWhy) {
  for (const std::string organization : {"o1", "o2", "o3"}) {
    ASSERT_THAT(Decline(organization), IsOk());
  }
  ASSERT_THAT(house_.Round(), IsOk());
  const auto explained = Ask("staff:o1");
  EXPECT_EQ(explained->state(), common::v1::REQUEST_STATE_UNMET);
  EXPECT_EQ(explained->reason(), "ALL_DECLINED");
  EXPECT_FALSE(explained->has_match());
}

TEST_F(RidesExplainTest, WithoutTheMatcherWhatWasStoredIsToldAndTheGapNamed) {
  house_.matcher.During([](const auto&) { return absl::UnavailableError("down"); });
  const auto explained = Ask("staff:o1");
  ASSERT_THAT(explained, IsOk());
  EXPECT_THAT(explained->unavailable_services(), ElementsAre("matcher"));
  EXPECT_EQ(explained->offers_size(), 3);
}

TEST_F(RidesExplainTest, WithoutTheDirectoryOrganizationsAreShownById) {
  house_.directory.down = true;
  const auto explained = Ask("staff:o1");
  ASSERT_THAT(explained, IsOk());
  EXPECT_EQ(explained->offers(0).organization_display_name(), "");
  EXPECT_THAT(explained->unavailable_services(), IsEmpty());
}

}  // namespace
}  // namespace entraide::rides
