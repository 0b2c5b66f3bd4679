// SPDX-License-Identifier: EUPL-1.2
#include "services/rides/domain/ride.h"

#include <gmock/gmock.h>

#include "tests/services/request/a_task.h"

namespace entraide::rides {
namespace {

using request::kNow;
using testing::ElementsAre;
using testing::IsEmpty;

RideDetails ARide() {
  return {.purpose = "shopping",
          .pickup_commune = "62361",
          .dropoff_commune = "62028",
          .pickup_time = kNow + absl::Hours(48)};
}

std::vector<std::string> WrongWith(const RideDetails& details) {
  Violations violations;
  CheckRide(details, {{"62361", "62361"}, {"62028", "62028"}}, kNow, violations);
  std::vector<std::string> wrong;
  for (const Violation& violation : violations.found()) {
    wrong.push_back(violation.field + " " + violation.reason);
  }
  return wrong;
}

TEST(CheckRide, TakesAGoodOne) { EXPECT_THAT(WrongWith(ARide()), IsEmpty()); }

TEST(CheckRide, CountsTheRequesterUnlessMoreAreSaid) {
  RideDetails ride = ARide();
  ride.passenger_count = 0;
  Violations violations;
  EXPECT_EQ(CheckRide(ride, {}, kNow, violations).passenger_count, 1);
}

TEST(CheckRide, NamesEverythingThatIsWrong) {
  EXPECT_THAT(WrongWith({.purpose = "espionage", .passenger_count = -1}),
              ElementsAre("details.purpose UNKNOWN_VALUE", "details.pickup_commune REQUIRED",
                          "details.dropoff_commune REQUIRED", "details.pickup_time REQUIRED",
                          "details.passenger_count OUT_OF_RANGE"));
}

TEST(CheckRide, LooksAheadNeitherToThePastNorTooFar) {
  RideDetails ride = ARide();
  ride.pickup_time = kNow;
  EXPECT_THAT(WrongWith(ride), ElementsAre("details.pickup_time IN_PAST"));
  ride.pickup_time = kNow + absl::Hours(24 * 800);
  EXPECT_THAT(WrongWith(ride), ElementsAre("details.pickup_time OUT_OF_RANGE"));
}

TEST(CheckRide, WantsTheWayBackAfterTheWayThere) {
  RideDetails ride = ARide();
  ride.return_time = ride.pickup_time;
  EXPECT_THAT(WrongWith(ride), ElementsAre("details.return_time OUT_OF_RANGE"));
}

TEST(LegsOf, MakesTheWayBackARideOfItsOwn) {
  RideDetails ride = ARide();
  EXPECT_THAT(LegsOf(ride), testing::SizeIs(1));
  ride.return_time = *ride.pickup_time + absl::Hours(3);
  const std::vector<RideDetails> legs = LegsOf(ride);
  ASSERT_THAT(legs, testing::SizeIs(2));
  EXPECT_EQ(legs[0].pickup_commune, "62361");
  EXPECT_FALSE(legs[0].return_time.has_value());
  EXPECT_EQ(legs[1].pickup_commune, "62028");
  EXPECT_EQ(legs[1].dropoff_commune, "62361");
  EXPECT_EQ(legs[1].pickup_time, ride.return_time);
  EXPECT_FALSE(legs[1].return_time.has_value());
}

TEST(AddRide, NamesThePlacesOfTheWayThereForAWayBack) {
  RideDetails back = ARide();
  std::swap(back.pickup_commune, back.dropoff_commune);
  request::Need need{.way_back = true};
  AddRide(need, back);
  EXPECT_EQ(need.pickup_commune, "62361") << "who serves it is found by where the journey begins";
  EXPECT_EQ(need.dropoff_commune, "62028");
}

TEST(AddRide, TellsBothLegs) {
  RideDetails ride = ARide();
  ride.return_time = *ride.pickup_time + absl::Hours(3);
  ride.insurance_paid = InsurancePaid::kNo;
  request::Need need;
  AddRide(need, ride);
  EXPECT_THAT(need.spans, ElementsAre(request::Span{.start = *ride.pickup_time},
                                      request::Span{.start = *ride.return_time}))
      << "how long a way takes is the matcher's to say";
  EXPECT_EQ(need.health_insurance_paid, "no");
  EXPECT_EQ(TimingOf(ride).end, *ride.return_time + absl::Hours(1));
}

}  // namespace
}  // namespace entraide::rides
