// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "absl/strings/str_cat.h"
#include "matcher/dayplan/check_plan.h"
#include "matcher/dayplan/plan_day.h"
#include "tests/matcher/dayplan/ternois_days.h"

// The same day planned again: with the same effort, with more, and stopped anywhere.
namespace entraide::matcher::dayplan {
namespace {

using ::testing::IsEmpty;

Day ATernoisDay(int legs, std::uint64_t seed) {
  const std::vector<Village> villages = ReadVillages("deploy/data/ternois/communes.csv");
  return DrawDay(villages, RoadsBetween(villages), legs, seed);
}

std::string Written(const Plan& plan) {
  std::string text;
  for (const Tour& tour : plan.tours) {
    absl::StrAppend(&text, "driver ", static_cast<int>(tour.driver), "/", tour.window, ":");
    for (const Stop& stop : tour.stops) {
      absl::StrAppend(&text, " ", static_cast<int>(stop.leg.value_or(LegIndex(-1))), "@",
                      stop.begin);
    }
    absl::StrAppend(&text, "\n");
  }
  for (const Unserved& unserved : plan.unserved) {
    absl::StrAppend(&text, static_cast<int>(unserved.leg), " ", Code(unserved.reason), "\n");
  }
  return text;
}

TEST(PlanDayAgain, GivesTheSamePlanForTheSameRoundsAndSeed) {
  const Day day = ATernoisDay(60, 1);
  const std::string first = Written(*PlanDay(day, {.rounds = 1'500, .seed = 7}));
  EXPECT_EQ(Written(*PlanDay(day, {.rounds = 1'500, .seed = 7})), first);
  EXPECT_NE(Written(*PlanDay(day, {.rounds = 1'500, .seed = 8})), first);
}

TEST(PlanDayAgain, IsNeverWorseWithTwiceTheRounds) {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    const Day day = ATernoisDay(60, seed);
    PlanTotals before = PlanDay(day, {.rounds = 0})->totals;
    for (const std::int64_t rounds : {500, 1'000, 2'000, 4'000, 8'000}) {
      const PlanTotals now = PlanDay(day, {.rounds = rounds})->totals;
      EXPECT_LE(Compare(now, before, day), 0) << "seed " << seed << ", " << rounds << " rounds";
      before = now;
    }
  }
}

TEST(PlanDayAgain, IsValidWheneverItIsStopped) {
  const Day day = ATernoisDay(60, 3);
  for (int looks = 1; looks < 60; ++looks) {
    int left = looks;
    const auto stop = [&left] { return --left <= 0 ? 1.0 : 0.3; };
    for (const Aim aim : {Aim::kLeastDriving, Aim::kFewestDrivers}) {
      const absl::StatusOr<Plan> plan = PlanDay(day, {.spent = stop, .aim = aim});
      ASSERT_TRUE(plan.ok());
      EXPECT_THAT(CheckPlan(day, *plan), IsEmpty());
    }
  }
}

TEST(PlanDayAgain, NeedsFewerDriversWhenAskedTo) {
  const Day day = ATernoisDay(60, 4);
  const absl::StatusOr<Plan> least = PlanDay(day, {.rounds = 2'000});
  const absl::StatusOr<Plan> few = PlanDay(day, {.rounds = 4'000, .aim = Aim::kFewestDrivers});
  EXPECT_EQ(few->totals.unserved, least->totals.unserved);
  EXPECT_LT(few->tours.size(), least->tours.size());
}

}  // namespace
}  // namespace entraide::matcher::dayplan
