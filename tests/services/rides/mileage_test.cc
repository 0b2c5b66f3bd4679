// SPDX-License-Identifier: EUPL-1.2
#include "services/rides/domain/mileage.h"

#include <gmock/gmock.h>

namespace entraide::rides {
namespace {

// Home to the pickup 8 km, with the person 22 km, home again 26 km.
constexpr Way kWay = {.approach_meters = 8'000, .loaded_meters = 22'000, .return_meters = 26'000};

TEST(CostOf, RunsFromTheDriversHomeAndBack) {
  EXPECT_EQ(TotalMeters(kWay), 56'000);
  EXPECT_EQ(CostOf(kWay, {.millieuros_per_km = 320}),
            (Cost{.indemnity_cents = 1792, .rider_share_cents = 1792}));
}

TEST(CostOf, RoundsHalfACentUp) {
  // 1.25 km at 0.10 EUR are 12.5 cents; a metre less are 12.49.
  EXPECT_EQ(CostOf({.loaded_meters = 1'250}, {.millieuros_per_km = 100}).indemnity_cents, 13);
  EXPECT_EQ(CostOf({.loaded_meters = 1'249}, {.millieuros_per_km = 100}).indemnity_cents, 12);
  EXPECT_EQ(CostOf({}, {.millieuros_per_km = 320}).indemnity_cents, 0);
}

TEST(CostOf, AsksThePersonForWhatIsLeftAndNeverMoreThanTheCeiling) {
  EXPECT_EQ(CostOf(kWay, {.millieuros_per_km = 320, .third_party_cents = 1000}).rider_share_cents,
            792);
  EXPECT_EQ(CostOf(kWay, {.millieuros_per_km = 320, .ceiling_cents = 500}).rider_share_cents, 500);
  EXPECT_EQ(
      CostOf(kWay, {.millieuros_per_km = 320, .third_party_cents = 1500, .ceiling_cents = 500})
          .rider_share_cents,
      292);
  EXPECT_EQ(CostOf(kWay, {.millieuros_per_km = 320, .third_party_cents = 2000}).rider_share_cents,
            0);
  EXPECT_EQ(CostOf(kWay, {.millieuros_per_km = 320, .ceiling_cents = 0}).rider_share_cents, 0);
}

TEST(CostOf, CountsTheWayOfADriverWhoWaitsOnce) {
  // Home, A, B, A, home: 8 + 22 and 22 + 8 km, over the two legs.
  const Way there = {.approach_meters = 8'000, .loaded_meters = 22'000};
  const Way back = {.loaded_meters = 22'000, .return_meters = 8'000};
  EXPECT_EQ(TotalMeters(there) + TotalMeters(back), 60'000);
  EXPECT_EQ(CostOf(there, {.millieuros_per_km = 320}).indemnity_cents +
                CostOf(back, {.millieuros_per_km = 320}).indemnity_cents,
            1920);
}

TEST(CheckWay, WantsMetresThatACarCanDrive) {
  Violations violations;
  CheckWay(kWay, "way", violations);
  EXPECT_TRUE(violations.empty());
  CheckWay({}, "way", violations);
  CheckWay({.approach_meters = -1, .loaded_meters = 2'000'001}, "way", violations);
  std::vector<std::string> wrong;
  for (const Violation& found : violations.found()) wrong.push_back(found.field);
  EXPECT_THAT(wrong, testing::ElementsAre("way", "way.approach_meters", "way.loaded_meters"));
}

}  // namespace
}  // namespace entraide::rides
