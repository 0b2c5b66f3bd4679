// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/travel.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "matcher/engine/travel_table.h"

namespace entraide::matcher {
namespace {

using testing::ElementsAre;

Commune At(const std::string& code, double latitude_deg, double longitude_deg) {
  return {.insee_code = code, .latitude_deg = latitude_deg, .longitude_deg = longitude_deg};
}

const Commune kAuchy = At("62050", 50.399, 2.101);
const Commune kFrevent = At("62361", 50.276, 2.287);
const Commune kSaintPol = At("62767", 50.381, 2.334);
constexpr CommuneIndex kAtAuchy{0};
constexpr CommuneIndex kAtFrevent{1};
constexpr CommuneIndex kAtSaintPol{2};

// The communes of the first territory and their neighbours, where the centres of their outlines
// are. No name holds a comma.
Communes TheTernois() {
  std::ifstream file("deploy/data/ternois/communes.csv");
  std::vector<Commune> communes;
  std::string line;
  std::getline(file, line);  // The heading.
  while (std::getline(file, line)) {
    const std::vector<std::string> cells = absl::StrSplit(line, ',');
    Commune& commune = communes.emplace_back(Commune{.insee_code = cells.at(0)});
    EXPECT_TRUE(absl::SimpleAtod(cells.at(7), &commune.latitude_deg)) << line;
    EXPECT_TRUE(absl::SimpleAtod(cells.at(8), &commune.longitude_deg)) << line;
  }
  return Communes(std::move(communes));
}

// Communes on a lattice of some kilometres, over a whole country or around a pole.
Communes Lattice(int side, const Commune& corner, double step_deg) {
  std::vector<Commune> communes;
  for (int i = 0; i < side * side; ++i) {
    communes.push_back(At(absl::StrCat(10'000 + i), corner.latitude_deg + step_deg * (i / side),
                          corner.longitude_deg + step_deg * (i % side)));
  }
  return Communes(std::move(communes));
}

// The formula by the book, with haversines.
double HaversineMeters(const Commune& from, const Commune& to) {
  const double radians = std::acos(-1.0) / 180;
  const auto half_sine = [&](double a, double b) { return std::sin((b - a) * radians / 2); };
  const double latitudes = half_sine(from.latitude_deg, to.latitude_deg);
  const double longitudes = half_sine(from.longitude_deg, to.longitude_deg);
  const double square = latitudes * latitudes + std::cos(from.latitude_deg * radians) *
                                                    std::cos(to.latitude_deg * radians) *
                                                    longitudes * longitudes;
  return 2 * 6'371'008.8 * std::asin(std::sqrt(square));
}

Route ByTheBook(const Commune& from, const Commune& to) {
  const double meters = HaversineMeters(from, to) * 1.3;
  return {.duration = std::max(absl::Minutes(4), absl::Seconds(std::llround(meters * 3.6 / 50))),
          .distance_meters = meters};
}

std::vector<std::string> Rows(const TravelTable& table, size_t communes) {
  std::vector<std::string> rows;
  for (size_t from = 0; from < communes; ++from) {
    const TravelTable::Row row = table.From(CommuneIndex(static_cast<int>(from)));
    for (size_t i = 0; i < row.to.size(); ++i) {
      rows.push_back(absl::StrCat(from, ">", static_cast<int>(row.to[i]), " ", row.seconds[i],
                                  " s ", row.meters[i], " m"));
    }
  }
  return rows;
}

TEST(Travel, IsTheGreatCircleWithItsDetourAtTheSpeed) {
  const Communes communes({kAuchy, kFrevent});
  const Route route = TravelByGreatCircle({}).Between(communes, kAtAuchy, kAtFrevent);
  EXPECT_NEAR(route.distance_meters, 18'990 * 1.3, 150);
  EXPECT_NEAR(absl::ToDoubleMinutes(route.duration), 18.99 * 1.3 / 50 * 60, 0.2);
}

TEST(Travel, TakesAFewMinutesInsideACommune) {
  const Communes communes({kAuchy});
  const Travel travel(TravelModel{.within_commune = absl::Minutes(7)});
  EXPECT_EQ(travel.Between(communes, kAtAuchy, kAtAuchy).duration, absl::Minutes(7));
  EXPECT_EQ(travel.Over(communes, {}).Between(communes, kAtAuchy, kAtAuchy).duration,
            absl::Minutes(7));
}

TEST(Travel, TellsTheTernoisTheSameWithATableAndWithout) {
  const Communes communes = TheTernois();
  ASSERT_EQ(communes.size(), 169U);
  const Travel travel = TravelByGreatCircle({});
  const Travel with_table = travel.Over(communes, {});
  const Travel with_a_small_one =
      Travel(TravelModel{.reach = absl::Minutes(15)}).Over(communes, {});
  for (const CommuneIndex from : communes.Indices()) {
    for (const CommuneIndex to : communes.Indices()) {
      const Route book = ByTheBook(communes[from], communes[to]);
      for (const Travel* const one : {&travel, &with_table, &with_a_small_one}) {
        const Route route = one->Between(communes, from, to);
        ASSERT_EQ(route.duration, book.duration) << communes[from].insee_code;
        ASSERT_NEAR(route.distance_meters, book.distance_meters, 0.5001);
      }
    }
  }
}

TEST(Travel, TakesTheRealTimeOfAWayAndNoOther) {
  const Communes communes({kAuchy, kFrevent, kSaintPol});
  const Travel by_position = TravelByGreatCircle({});
  const Travel travel = by_position.Over(
      communes, {{.from = kAtAuchy, .to = kAtFrevent, .seconds = 5'000, .meters = 43'210}});
  const Route there = travel.Between(communes, kAtAuchy, kAtFrevent);
  EXPECT_EQ(there.duration, absl::Seconds(5'000));
  EXPECT_EQ(there.distance_meters, 43'210);
  EXPECT_EQ(travel.Between(communes, kAtFrevent, kAtAuchy).duration,
            by_position.Between(communes, kAtFrevent, kAtAuchy).duration);
  EXPECT_EQ(travel.Between(communes, kAtAuchy, kAtSaintPol).duration,
            by_position.Between(communes, kAtAuchy, kAtSaintPol).duration);
}

TEST(Travel, TakesTheLengthOfAWayFromPositionsIfOnlyItsTimeIsKnown) {
  const Communes communes({kAuchy, kFrevent});
  const Travel by_position = TravelByGreatCircle({});
  const Travel travel =
      by_position.Over(communes, {{.from = kAtAuchy, .to = kAtFrevent, .seconds = 60}});
  EXPECT_EQ(travel.Between(communes, kAtAuchy, kAtFrevent).duration, absl::Seconds(60));
  EXPECT_EQ(travel.Between(communes, kAtAuchy, kAtFrevent).distance_meters,
            by_position.Between(communes, kAtAuchy, kAtFrevent).distance_meters);
}

TEST(Travel, TakesARealTimeHoweverFarItLeads) {
  const Communes communes({At("13055", 43.3, 5.38), kAuchy});
  const CommuneIndex marseille = *communes.Find("13055");
  const CommuneIndex auchy = *communes.Find("62050");
  const Travel travel =
      TravelByGreatCircle({}).Over(communes, {{.from = auchy, .to = marseille, .seconds = 36'000}});
  EXPECT_EQ(travel.Between(communes, auchy, marseille).duration, absl::Hours(10));
  EXPECT_GT(travel.Between(communes, marseille, auchy).duration, absl::Hours(20));
}

TEST(TravelTable, HoldsWhatIsWithinReachAndWhatIsMeasured) {
  const Communes communes({kAuchy, kFrevent, kSaintPol});
  const TravelModel model{.reach = absl::Minutes(20)};
  EXPECT_THAT(Rows(TravelTable(communes, model, {}), 3),
              ElementsAre("0>0 240 s 0 m", "1>1 240 s 0 m", "1>2 1137 s 15786 m",
                          "2>1 1137 s 15786 m", "2>2 240 s 0 m"));
}

TEST(TravelTable, IsTheSameWhateverTheOrderOfTheRoads) {
  const Communes communes({kAuchy, kFrevent, kSaintPol});
  std::vector<RoadTime> roads = {{.from = kAtSaintPol, .to = kAtAuchy, .seconds = 900},
                                 {.from = kAtAuchy, .to = kAtSaintPol, .seconds = 950},
                                 {.from = kAtAuchy, .to = kAtFrevent, .seconds = 1'700},
                                 {.from = kAtAuchy, .to = kAtFrevent, .seconds = 1'600}};
  const TravelTable table(communes, {}, roads);
  std::reverse(roads.begin(), roads.end());
  EXPECT_EQ(Rows(table, 3), Rows(TravelTable(communes, {}, roads), 3));
  EXPECT_EQ(table.Find(kAtAuchy, kAtFrevent)->duration, absl::Seconds(1'600));
}

// Every pair against every other, where the cubes of the grid meet the sphere in other ways: at
// home, overseas, across the antimeridian, over the pole.
TEST(TravelTable, MissesNobodyWithinReach) {
  const TravelModel model{.reach = absl::Minutes(30)};
  for (const Commune& corner : {At("", 50.3, 2.0), At("", -21.4, 55.2), At("", -16.9, 179.5),
                                At("", 89.2, -30), At("", -0.4, -0.4)}) {
    const Communes communes = Lattice(20, corner, 0.05);
    const TravelTable table(communes, model, {});
    size_t within = 0;
    for (const CommuneIndex from : communes.Indices()) {
      for (const CommuneIndex to : communes.Indices()) {
        const Route route = RouteOver(model, GreatCircleMeters(communes[from], communes[to]));
        if (route.duration > model.reach) continue;
        ++within;
        const std::optional<Route> found = table.Find(from, to);
        ASSERT_TRUE(found.has_value()) << corner.latitude_deg;
        ASSERT_EQ(found->duration, route.duration);
        ASSERT_EQ(found->distance_meters, route.distance_meters);
      }
    }
    EXPECT_EQ(table.size(), within);
  }
}

TEST(TravelTable, OfNobodyHoldsNothing) { EXPECT_EQ(TravelTable(Communes(), {}, {}).size(), 0U); }

}  // namespace
}  // namespace entraide::matcher
