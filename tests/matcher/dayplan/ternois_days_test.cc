// SPDX-License-Identifier: EUPL-1.2
#include "tests/matcher/dayplan/ternois_days.h"

#include <gmock/gmock.h>

#include "matcher/dayplan/check_plan.h"
#include "matcher/dayplan/plan_day.h"

namespace entraide::matcher::dayplan {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(TernoisDays, TwoHundredOfThemGiveValidPlans) {
  const std::vector<Village> villages = ReadVillages("deploy/data/ternois/communes.csv");
  ASSERT_THAT(villages, SizeIs(169));
  const Roads roads = RoadsBetween(villages);
  int legs = 0;
  int unserved = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const Day day = DrawDay(villages, roads, 20 + static_cast<int>(seed), seed);
    const absl::StatusOr<Plan> plan = PlanDay(day, {.rounds = 200, .seed = seed});
    ASSERT_TRUE(plan.ok()) << plan.status();
    const std::vector<Violation> violations = CheckPlan(day, *plan);
    ASSERT_THAT(violations, IsEmpty()) << "seed " << seed << ": " << violations[0].what;
    legs += static_cast<int>(day.legs.size());
    unserved += plan->totals.unserved;
  }
  // Neither all can be served nor few: the days are neither idle nor absurd.
  EXPECT_GT(unserved, legs / 50);
  EXPECT_LT(unserved, legs / 3);
}

}  // namespace
}  // namespace entraide::matcher::dayplan
