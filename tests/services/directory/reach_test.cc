// SPDX-License-Identifier: EUPL-1.2
// Imported travel times all the way: through the directory's RPC, its database and its stream, into
// what the matcher ranks by and coverage counts with, while all of them run.
#include <gmock/gmock.h>

#include "matcher/engine/match.h"
#include "matcher/engine/supply.h"
#include "matcher/feed/feed.h"
#include "tests/services/directory/service_testing.h"
#include "tests/support/poll.h"

namespace entraide::directory {
namespace {

using testing::ElementsAre;

v1::TravelTimeRow AWay(const std::string& from, const std::string& to, double minutes) {
  v1::TravelTimeRow row;
  row.mutable_travel_time()->set_from(from);
  row.mutable_travel_time()->set_to(to);
  row.mutable_travel_time()->set_minutes(minutes);
  return row;
}

// Two garages, of Frévent and of Anvin, which both serve Frévent and Auchy.
class ReachTest : public ServiceTest {
 protected:
  void SetUp() override {
    ServiceTest::SetUp();
    v1::CommuneRow auchy = ACommuneRow(2, "62050", "Auchy-lès-Hesdin");
    auchy.mutable_commune()->set_latitude_deg(50.399);
    auchy.mutable_commune()->set_longitude_deg(2.101);
    v1::CommuneRow anvin = ACommuneRow(3, "62036", "Anvin");
    anvin.mutable_commune()->set_latitude_deg(50.445);
    ASSERT_THAT(ImportCommunes({auchy, anvin, ACommuneRow(4, "62361", "Frévent")}), IsOk());
    ASSERT_THAT(ImportOrganizations({AGarageOf("62361"), AGarageOf("62036")}), IsOk());
    feed_.emplace(matcher::Sources{server_->InProcessChannel({})}, "matcher",
                  matcher::TravelByGreatCircle({}));
    ASSERT_TRUE(feed_->AwaitFirst(Soon()));
  }
  void TearDown() override {
    feed_.reset();
    ServiceTest::TearDown();
  }

  static v1::OrganizationRow AGarageOf(const std::string& commune) {
    v1::OrganizationRow row = AnOrganizationRow(1, commune);
    row.mutable_organization()->mutable_organization()->set_commune(commune);
    v1::ServiceOffer& offer = *row.mutable_organization()->add_service_offers();
    offer = ARepairOffer(commune);
    offer.add_zone()->set_commune("62050");
    return row;
  }

  matcher::CommuneIndex Find(const matcher::World& world, const std::string& code) {
    return *world.communes().Find(code);
  }
  // Where those who can stand, best first, with the minutes to there.
  std::vector<std::string> Ranking() {
    const auto view = feed_->Current();
    const matcher::CommuneIndex auchy = Find(view->world, "62050");
    const matcher::Need need{.kind = "repair", .residence = auchy};
    std::vector<std::string> ranking;
    for (const auto& candidate : matcher::Match(view->world, need, kNow).candidates) {
      const matcher::CommuneIndex home =
          *view->world.FindOffer(candidate.offer)->organization_commune;
      const absl::Duration way = view->world.RouteBetween(auchy, home).duration;
      ranking.push_back(absl::StrCat(view->world.communes()[home].insee_code, " ",
                                     absl::ToInt64Minutes(way + absl::Seconds(30)), " min"));
    }
    return ranking;
  }
  int64_t NearestMinutes() {
    const auto view = feed_->Current();
    const auto nearest =
        matcher::NearestServing(view->world, "repair", Find(view->world, "62050"), kNow);
    return nearest.has_value() ? absl::ToInt64Minutes(nearest->travel + absl::Seconds(30)) : -1;
  }
  bool BecomesRanking(const std::vector<std::string>& expected) {
    return Eventually([&] { return Ranking() == expected; });
  }

  const absl::Time kNow = absl::FromUnixSeconds(1'800'000'000);
  std::optional<matcher::Feed> feed_{};
};

TEST_F(ReachTest, RankingAndCoverageFollowTheRoadAtOnce) {
  EXPECT_THAT(Ranking(), ElementsAre("62036 22 min", "62361 30 min"));
  EXPECT_EQ(NearestMinutes(), 22);

  ASSERT_THAT(ImportTravelTimes({AWay("62050", "62036", 55), AWay("62050", "62361", 12)}), IsOk());
  EXPECT_TRUE(BecomesRanking({"62361 12 min", "62036 55 min"}));
  EXPECT_EQ(NearestMinutes(), 12);

  ASSERT_THAT(ImportTravelTimes({AWay("62050", "62361", 58)}), IsOk());
  EXPECT_TRUE(BecomesRanking({"62036 22 min", "62361 58 min"})) << "what was left out is estimated";
  EXPECT_EQ(NearestMinutes(), 22);

  ASSERT_THAT(ImportTravelTimes({}), IsOk());
  EXPECT_TRUE(BecomesRanking({"62036 22 min", "62361 30 min"}));
}

TEST_F(ReachTest, AReaderWhoComesLaterKnowsThemToo) {
  ASSERT_THAT(ImportTravelTimes({AWay("62050", "62036", 55), AWay("62050", "62361", 12)}), IsOk());
  feed_.emplace(matcher::Sources{server_->InProcessChannel({})}, "coverage",
                matcher::TravelByGreatCircle({}));
  ASSERT_TRUE(feed_->AwaitFirst(Soon()));
  EXPECT_THAT(Ranking(), ElementsAre("62361 12 min", "62036 55 min"));
}

}  // namespace
}  // namespace entraide::directory
