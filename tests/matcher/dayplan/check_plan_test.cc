// SPDX-License-Identifier: EUPL-1.2
#include "matcher/dayplan/check_plan.h"

#include <gmock/gmock.h>

#include <functional>
#include <string>

#include "tests/matcher/dayplan/line_day.h"

// A plan that was written by hand, and every way of being wrong about it.
namespace entraide::matcher::dayplan {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

struct Written {
  Day day{};
  Plan plan{};
};

// One driver at 0 takes A from 5 to 15 and B from 7 to 13, both aboard between 7 and 13; nobody
// takes C. At 13 the driver waits for a minute; getting in and out takes one each.
Written ASharedTour() {
  Written written;
  Day& day = written.day;
  day.roads = OnOneRoad();
  day.drivers = {DriverAt(0), DriverAt(50)};
  day.legs = {SharedLegBetween(5, 15), SharedLegBetween(7, 13), LegBetween(20, 30)};
  for (Leg& leg : day.legs) leg.boarding_seconds = leg.alighting_seconds = kMinute;
  day.legs[1].dropoff_window = Minutes(16, 600);
  const auto stop = [](StopKind kind, int place, std::optional<LegIndex> leg, int arrive, int begin,
                       int leave, int km) {
    return Stop{
        kind,           PlaceIndex(place), leg, arrive * kMinute, begin * kMinute, leave * kMinute,
        km * kKilometer};
  };
  Tour tour{.driver = DriverIndex(0), .meters = 30 * kKilometer};
  tour.stops = {stop(StopKind::kLeaveHome, 0, std::nullopt, 0, 0, 0, 0),
                stop(StopKind::kPickup, 5, LegIndex(0), 5, 5, 6, 5),
                stop(StopKind::kPickup, 7, LegIndex(1), 8, 8, 9, 2),
                stop(StopKind::kDropoff, 13, LegIndex(1), 15, 16, 17, 6),
                stop(StopKind::kDropoff, 15, LegIndex(0), 19, 19, 20, 2),
                stop(StopKind::kComeHome, 0, std::nullopt, 35, 35, 35, 15)};
  tour.times = {.approach_seconds = 5 * kMinute,
                .loaded_seconds = 10 * kMinute,
                .waiting_seconds = kMinute,
                .service_seconds = 4 * kMinute,
                .return_seconds = 15 * kMinute};
  written.plan = {.tours = {tour},
                  .unserved = {{LegIndex(2), Reason::kBusy}},
                  .totals = {.unserved = 1, .meters = 30 * kKilometer, .unfairness = 4}};
  return written;
}

std::vector<Flaw> FlawsOf(const Written& written) {
  std::vector<Flaw> flaws;
  for (const Violation& violation : CheckPlan(written.day, written.plan)) {
    flaws.push_back(violation.flaw);
  }
  return flaws;
}

TEST(CheckPlan, FindsNothingWrongWithARightPlan) { EXPECT_THAT(FlawsOf(ASharedTour()), IsEmpty()); }

struct Mistake {
  std::string name{};
  Flaw flaw{};
  std::function<void(Day&, Plan&)> make{};
};

class CheckPlanFinds : public ::testing::TestWithParam<Mistake> {};

TEST_P(CheckPlanFinds, TheMistake) {
  Written written = ASharedTour();
  GetParam().make(written.day, written.plan);
  EXPECT_THAT(FlawsOf(written), Contains(GetParam().flaw));
}

const Mistake kMistakes[] = {
    {"UnknownDriver", Flaw::kUnknownThing,
     [](Day&, Plan& plan) { plan.tours[0].driver = DriverIndex(9); }},
    {"UnknownWindow", Flaw::kUnknownThing, [](Day&, Plan& plan) { plan.tours[0].window = 1; }},
    {"UnknownLeg", Flaw::kUnknownThing,
     [](Day&, Plan& plan) { plan.tours[0].stops[1].leg = LegIndex(-1); }},
    {"UnknownPlace", Flaw::kUnknownThing,
     [](Day&, Plan& plan) { plan.tours[0].stops[1].place = PlaceIndex(100); }},
    {"UnknownUnservedLeg", Flaw::kUnknownThing,
     [](Day&, Plan& plan) {
       plan.unserved.push_back({LegIndex(3), Reason::kBusy});
     }},
    {"NeverComesHome", Flaw::kNotHomeToHome,
     [](Day&, Plan& plan) { plan.tours[0].stops.pop_back(); }},
    {"StartsOnTheRoad", Flaw::kNotHomeToHome,
     [](Day&, Plan& plan) { plan.tours[0].stops.erase(plan.tours[0].stops.begin()); }},
    {"LeavesBeforeBeingAvailable", Flaw::kOutsideAvailability,
     [](Day& day, Plan&) { day.drivers[0].availability = {Minutes(1, 600)}; }},
    {"IsBackAfterBeingAvailable", Flaw::kOutsideAvailability,
     [](Day& day, Plan&) { day.drivers[0].availability = {Minutes(0, 34)}; }},
    {"IsAwayTooLong", Flaw::kAwayTooLong,
     [](Day& day, Plan&) { day.drivers[0].max_away_seconds = 35 * kMinute - 1; }},
    {"TwoToursInOneWindow", Flaw::kToursOverlap,
     [](Day&, Plan& plan) { plan.tours.push_back(plan.tours[0]); }},
    {"FasterThanTheRoad", Flaw::kTimesInDisorder,
     [](Day&, Plan& plan) { plan.tours[0].stops[3].arrive -= 1; }},
    {"BoardsBeforeTheDriverIsThere", Flaw::kTimesInDisorder,
     [](Day&, Plan& plan) { plan.tours[0].stops[1].begin -= 1; }},
    {"LeavesWhileSomebodyBoards", Flaw::kTimesInDisorder,
     [](Day& day, Plan&) { day.legs[0].boarding_seconds += 1; }},
    {"ToldMetersAreOther", Flaw::kWrongMeters,
     [](Day&, Plan& plan) { plan.tours[0].stops[2].meters += 1; }},
    {"ToldSumOfMetersIsOther", Flaw::kWrongMeters,
     [](Day&, Plan& plan) { plan.tours[0].meters += 1; }},
    {"ToldWaitingIsOther", Flaw::kWrongTimes,
     [](Day&, Plan& plan) { plan.tours[0].times.waiting_seconds = 0; }},
    {"ToldUnservedIsOther", Flaw::kWrongTotals, [](Day&, Plan& plan) { plan.totals.unserved = 0; }},
    {"ToldUnfairnessIsOther", Flaw::kWrongTotals,
     [](Day& day, Plan&) { day.drivers[1].recent_trips = 1; }},
    {"ToldBrokenCommitmentsAreOther", Flaw::kWrongTotals,
     [](Day& day, Plan&) { day.legs[2].committed_to = DriverIndex(1); }},
    {"StopsElsewhere", Flaw::kWrongPlace,
     [](Day&, Plan& plan) { plan.tours[0].stops[2].place = PlaceIndex(8); }},
    {"StartsFromAnotherHome", Flaw::kWrongPlace,
     [](Day& day, Plan&) { day.drivers[0].home = PlaceIndex(1); }},
    {"FetchedTooEarly", Flaw::kOutsideWindow,
     [](Day& day, Plan&) { day.legs[0].pickup_window = Minutes(6, 600); }},
    {"BroughtTooLate", Flaw::kOutsideWindow,
     [](Day& day, Plan&) { day.legs[0].dropoff_window = Minutes(0, 18); }},
    {"RidesTooLong", Flaw::kRideTooLong,
     [](Day& day, Plan&) { day.legs[0].max_ride_seconds = 13 * kMinute - 1; }},
    {"RidesTooLongInCompanyByShare", Flaw::kPooledTooLong,  // 13 instead of 10 minutes: 30 percent.
     [](Day& day, Plan&) { day.pooling->max_extra_percent = 29; }},
    {"RidesTooLongInCompanyByTime", Flaw::kPooledTooLong,
     [](Day& day, Plan&) { day.pooling->max_extra_seconds = 3 * kMinute - 1; }},
    {"FirstWantedToBeAlone", Flaw::kSharedUnasked,
     [](Day& day, Plan&) { day.legs[0].sharing = Sharing::kAlone; }},
    {"SecondWantedToBeAlone", Flaw::kSharedUnasked,
     [](Day& day, Plan&) { day.legs[1].sharing = Sharing::kAlone; }},
    {"TooFewSeats", Flaw::kTooManySeats, [](Day& day, Plan&) { day.legs[1].seats = 3; }},
    {"NoPlaceForAWheelchair", Flaw::kTooManyWheelchairs,
     [](Day& day, Plan&) { day.legs[0].wheelchair_places = 1; }},
    {"Forgotten", Flaw::kNotServedOnce, [](Day&, Plan& plan) { plan.unserved.clear(); }},
    {"BothServedAndUnserved", Flaw::kNotServedOnce,
     [](Day&, Plan& plan) {
       plan.unserved.push_back({LegIndex(0), Reason::kBusy});
     }},
    {"NeverSetDown", Flaw::kNotServedOnce,
     [](Day&, Plan& plan) { plan.tours[0].stops.erase(plan.tours[0].stops.begin() + 4); }},
    {"SetDownBeforeBoarding", Flaw::kNotServedOnce,
     [](Day&, Plan& plan) { std::swap(plan.tours[0].stops[1], plan.tours[0].stops[4]); }},
    {"CommittedToAnother", Flaw::kWrongDriver,
     [](Day& day, Plan&) { day.legs[0].committed_to = DriverIndex(1); }},
    {"DriverIsExcluded", Flaw::kWrongDriver,
     [](Day& day, Plan&) { day.legs[0].excluded = {DriverIndex(0)}; }},
    {"TripIsTooFar", Flaw::kTripTooFar,
     [](Day& day, Plan&) { day.drivers[0].max_meters_per_trip = 30 * kKilometer - 1; }},
    {"TooManyTrips", Flaw::kTooManyTrips, [](Day& day, Plan&) { day.drivers[0].max_trips = 1; }},
};

INSTANTIATE_TEST_SUITE_P(Each, CheckPlanFinds, ::testing::ValuesIn(kMistakes),
                         [](const auto& mistake) { return mistake.param.name; });

TEST(CheckPlan, CountsAPairWithTwoDriversOnce) {
  Written written = ASharedTour();
  const auto pair_up = [&](int one, int other) {
    written.day.legs[static_cast<std::size_t>(one)].pair = LegIndex(other);
    written.day.legs[static_cast<std::size_t>(other)].pair = LegIndex(one);
  };
  pair_up(0, 1);  // One driver has both.
  EXPECT_THAT(FlawsOf(written), IsEmpty());
  pair_up(0, 2);  // Nobody has the other.
  EXPECT_THAT(FlawsOf(written), IsEmpty());
}

}  // namespace
}  // namespace entraide::matcher::dayplan
