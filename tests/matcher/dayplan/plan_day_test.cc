// SPDX-License-Identifier: EUPL-1.2
#include "matcher/dayplan/plan_day.h"

#include <gmock/gmock.h>

#include "matcher/dayplan/check_plan.h"
#include "tests/matcher/dayplan/exhaustive.h"
#include "tests/matcher/dayplan/line_day.h"

namespace entraide::matcher::dayplan {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Effort AWhile() { return {.rounds = 2'000}; }

Plan Planned(const Day& day) {
  const absl::StatusOr<Plan> plan = PlanDay(day, AWhile());
  EXPECT_TRUE(plan.ok()) << plan.status();
  if (!plan.ok()) return {};
  EXPECT_THAT(CheckPlan(day, *plan), IsEmpty());
  return *plan;
}

Day ADay(std::vector<Driver> drivers, std::vector<Leg> legs) {
  return {.roads = OnOneRoad(), .drivers = std::move(drivers), .legs = std::move(legs)};
}

Reason WhyUnserved(const Day& day) {
  const Plan plan = Planned(day);
  EXPECT_THAT(plan.unserved, SizeIs(1));
  return plan.unserved.empty() ? Reason::kTimesImpossible : plan.unserved[0].reason;
}

TEST(PlanDay, LeavesHomeInTimeForTheFirstAndNotBefore) {
  Day day = ADay({DriverAt(10)}, {LegBetween(20, 50)});
  day.legs[0].dropoff_window = Minutes(95, 100);
  day.legs[0].boarding_seconds = 5 * kMinute;
  const Plan plan = Planned(day);
  ASSERT_THAT(plan.tours, SizeIs(1));
  const Tour& tour = plan.tours[0];
  ASSERT_THAT(tour.stops, SizeIs(4));
  EXPECT_EQ(tour.stops[0].leave, 50 * kMinute);
  EXPECT_EQ(tour.stops[1].arrive, 60 * kMinute);
  EXPECT_EQ(tour.stops[1].leave, 65 * kMinute);
  EXPECT_EQ(tour.stops[2].begin, 95 * kMinute);
  EXPECT_EQ(tour.stops[3].arrive, 135 * kMinute);
  EXPECT_EQ(tour.times, (TourTimes{.approach_seconds = 10 * kMinute,
                                   .loaded_seconds = 30 * kMinute,
                                   .service_seconds = 5 * kMinute,
                                   .return_seconds = 40 * kMinute}));
  EXPECT_EQ(plan.totals.meters, 80 * kKilometer);
}

TEST(PlanDay, SharesACarWhenBothAcceptIt) {
  Day day = ADay({DriverAt(0)}, {SharedLegBetween(5, 50), SharedLegBetween(6, 50)});
  for (Leg& leg : day.legs) leg.dropoff_window = Minutes(60, 70);
  EXPECT_EQ(Planned(day).totals.meters, 100 * kKilometer);
  day.legs[1].sharing = Sharing::kAlone;
  EXPECT_EQ(Planned(day).totals.unserved, 1);
}

TEST(PlanDay, TurnsAroundRatherThanKeepASharedRiderTooLong) {
  // Going back for the second would make 60 minutes of 40 for the first.
  Day day = ADay({DriverAt(0)}, {SharedLegBetween(10, 50), SharedLegBetween(0, 50)});
  day.legs[0].pickup_window = Minutes(10, 10);
  day.legs[1].pickup_window = Minutes(20, 600);
  EXPECT_EQ(Planned(day).totals.meters, 200 * kKilometer);
  day.pooling = PoolingRule{.max_extra_seconds = 60 * kMinute, .max_extra_percent = 50};
  EXPECT_EQ(Planned(day).totals.meters, 120 * kKilometer);
  day.legs[0].max_ride_seconds = 59 * kMinute;
  EXPECT_EQ(Planned(day).totals.meters, 200 * kKilometer);
}

TEST(PlanDay, KeepsCommitmentsAndPlansAroundThem) {
  Day day = ADay({DriverAt(0), DriverAt(90)}, {LegBetween(1, 2), LegBetween(88, 89)});
  day.legs[0].committed_to = DriverIndex(1);
  const Plan plan = Planned(day);
  ASSERT_THAT(plan.tours, SizeIs(1));
  EXPECT_EQ(plan.tours[0].driver, DriverIndex(1));
  EXPECT_EQ(plan.totals.unserved, 0);
}

TEST(PlanDay, BreaksNoCommitmentToServeTwoOthers) {
  Day day = ADay({DriverAt(0)}, {LegBetween(0, 40), LegBetween(50, 51), LegBetween(51, 52)});
  day.drivers[0].availability = {Minutes(0, 110)};
  day.legs[0].committed_to = DriverIndex(0);
  day.legs[0].pickup_window = Minutes(20, 25);
  const Plan plan = Planned(day);
  EXPECT_EQ(plan.totals.broken_commitments, 0);
  EXPECT_EQ(plan.totals.unserved, 2);
}

TEST(PlanDay, GivesBothLegsOfAPairToOneDriverForALittleMoreDriving) {
  Day day = ADay({DriverAt(10), DriverAt(11)}, {LegBetween(10, 30), LegBetween(30, 10)});
  day.legs[0].pickup_window = Minutes(0, 10);
  day.legs[1].pickup_window = Minutes(300, 310);
  day.drivers[0].availability = {Minutes(0, 330)};
  day.legs[0].pair = LegIndex(1);
  day.drivers[0].recent_trips = 50;
  EXPECT_EQ(Planned(day).totals.split_pairs, 0);
}

TEST(PlanDay, SpreadsTripsAmongDriversWhoDriveAsFar) {
  Day day = ADay({DriverAt(10), DriverAt(10), DriverAt(10)},
                 {LegBetween(10, 20), LegBetween(20, 10), LegBetween(10, 20), LegBetween(20, 10)});
  for (std::size_t i = 0; i < day.legs.size(); ++i) {
    const int hour = 120 * static_cast<int>(i / 2);
    day.legs[i].pickup_window = Minutes(hour, hour + 20);
  }
  const Plan plan = Planned(day);
  EXPECT_EQ(plan.totals.meters, 40 * kKilometer);
  EXPECT_EQ(plan.totals.unfairness, 8);
  day.drivers[0].recent_trips = 1;
  for (const Tour& tour : Planned(day).tours) EXPECT_NE(tour.driver, DriverIndex(0));
}

TEST(PlanDay, UsesEachWindowOfADriverForATourOfItsOwn) {
  Day day = ADay({DriverAt(0)}, {LegBetween(1, 2), LegBetween(3, 4)});
  day.drivers[0].availability = {Minutes(0, 60), Minutes(300, 360)};
  day.legs[0].pickup_window = Minutes(20, 30);
  day.legs[1].pickup_window = Minutes(320, 330);
  EXPECT_THAT(Planned(day).tours, SizeIs(2));
}

TEST(PlanDay, SaysWhyNobodyTakesALeg) {
  const Day served = ADay({DriverAt(0)}, {LegBetween(10, 20)});
  EXPECT_THAT(Planned(served).unserved, IsEmpty());
  Day day = served;
  day.legs[0].pickup_window = Minutes(100, 600);
  day.legs[0].dropoff_window = Minutes(0, 109);
  EXPECT_EQ(WhyUnserved(day), Reason::kTimesImpossible);
  day = served;
  day.drivers.clear();
  EXPECT_EQ(WhyUnserved(day), Reason::kNoDriver);
  day = served;
  day.drivers[0].availability = {Minutes(0, 39)};
  EXPECT_EQ(WhyUnserved(day), Reason::kClosedThen);
  day = served;
  day.drivers[0].max_away_seconds = 39 * kMinute;
  EXPECT_EQ(WhyUnserved(day), Reason::kClosedThen);
  day = served;
  day.legs[0].wheelchair_places = 1;
  EXPECT_EQ(WhyUnserved(day), Reason::kNoSeat);
  day = served;
  day.drivers[0].max_meters_per_trip = 39 * kKilometer;
  EXPECT_EQ(WhyUnserved(day), Reason::kLimitReached);
  day = served;
  day.legs[0].excluded = {DriverIndex(0)};
  EXPECT_EQ(WhyUnserved(day), Reason::kExcluded);
  day = served;
  day.legs.push_back(day.legs[0]);
  day.drivers[0].max_trips = 1;
  EXPECT_EQ(WhyUnserved(day), Reason::kLimitReached);
  day = served;
  day.legs.push_back(day.legs[0]);
  for (Leg& leg : day.legs) leg.pickup_window = Minutes(100, 105);
  EXPECT_EQ(WhyUnserved(day), Reason::kBusy);
}

TEST(PlanDay, RefusesADayThatMakesNoSense) {
  Day day = ADay({DriverAt(0)}, {LegBetween(10, 200)});
  day.drivers[0].availability = {Minutes(60, 0)};
  const absl::StatusOr<Plan> plan = PlanDay(day, AWhile());
  EXPECT_EQ(plan.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(plan.status().message(),
            "driver 0: a window ends before it begins; leg 0: no such place");
}

TEST(PlanDay, PlansADayWithoutLegsOrDrivers) {
  EXPECT_THAT(Planned({}).tours, IsEmpty());
  EXPECT_THAT(Planned(ADay({DriverAt(3)}, {})).tours, IsEmpty());
}

// Small days drawn from a seed, so crowded that everything gets in the way of everything.
class SmallDay : public ::testing::TestWithParam<int> {};

TEST_P(SmallDay, IsPlannedAsWellAsCanBe) {
  unsigned state = static_cast<unsigned>(GetParam()) * 2654435761U + 1;
  const auto upto = [&state](int sides) {
    state = state * 1664525U + 1013904223U;
    return static_cast<int>((state >> 8) % static_cast<unsigned>(sides));
  };
  Day day = ADay({DriverAt(upto(40)), DriverAt(upto(40))}, {});
  for (Driver& driver : day.drivers) {
    const int from = upto(60);
    driver.availability = {Minutes(from, from + 90 + upto(120))};
    driver.seats = 1 + upto(3);
    driver.recent_trips = upto(3);
    if (upto(4) == 0) driver.max_trips = 1 + upto(2);
    if (upto(4) == 0) driver.max_away_seconds = (60 + upto(60)) * kMinute;
  }
  for (int i = 0; i < 4; ++i) {
    Leg leg = upto(3) > 0 ? SharedLegBetween(upto(40), upto(40)) : LegBetween(upto(40), upto(40));
    const int from = upto(100);
    leg.pickup_window = Minutes(from, from + 20 + upto(60));
    leg.dropoff_window = Minutes(from, from + 40 + upto(60));
    leg.boarding_seconds = upto(3) * kMinute;
    if (upto(3) == 0) leg.max_ride_seconds = (20 + upto(40)) * kMinute;
    if (upto(6) == 0) leg.committed_to = DriverIndex(upto(2));
    if (upto(6) == 0) leg.excluded = {DriverIndex(upto(2))};
    if (i % 2 == 1 && upto(2) == 0) leg.pair = LegIndex(i - 1);
    day.legs.push_back(leg);
  }
  day.legs[0].pair = day.legs[1].pair.has_value() ? std::optional(LegIndex(1)) : std::nullopt;
  day.legs[2].pair = day.legs[3].pair.has_value() ? std::optional(LegIndex(3)) : std::nullopt;
  const PlanTotals best = BestByExhaustion(day);
  const PlanTotals reached = Planned(day).totals;
  EXPECT_EQ(reached.broken_commitments, best.broken_commitments);
  EXPECT_EQ(reached.unserved, best.unserved);
  EXPECT_EQ(reached.meters + std::int64_t{reached.split_pairs} * day.split_pair_meters,
            best.meters + std::int64_t{best.split_pairs} * day.split_pair_meters);
  EXPECT_EQ(Compare(reached, best, day), 0);
}

INSTANTIATE_TEST_SUITE_P(Drawn, SmallDay, ::testing::Range(0, 60));

}  // namespace
}  // namespace entraide::matcher::dayplan
