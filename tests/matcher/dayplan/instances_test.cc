// SPDX-License-Identifier: EUPL-1.2
#include "tests/matcher/dayplan/instances.h"

#include <gmock/gmock.h>

#include "matcher/dayplan/check_plan.h"
#include "matcher/dayplan/plan_day.h"

namespace entraide::matcher::dayplan {
namespace {

using ::testing::IsEmpty;

using Reader = absl::StatusOr<Instance> (*)(const std::string& path);

// Fewer rounds for large instances: this is about validity, the benchmark is about quality.
void PlanAll(const std::string& folder, Reader read) {
  for (const std::string& path : TextFilesOf(folder)) {
    const absl::StatusOr<Instance> instance = read(path);
    ASSERT_TRUE(instance.ok()) << instance.status();
    const std::int64_t rounds = 40'000 / static_cast<std::int64_t>(instance->day.legs.size());
    for (const Aim aim : {Aim::kLeastDriving, Aim::kFewestDrivers}) {
      const absl::StatusOr<Plan> plan = PlanDay(instance->day, {.rounds = rounds, .aim = aim});
      ASSERT_TRUE(plan.ok()) << instance->name << ": " << plan.status();
      const std::vector<Violation> violations = CheckPlan(instance->day, *plan);
      EXPECT_THAT(violations, IsEmpty()) << instance->name << ": " << violations[0].what;
      EXPECT_EQ(plan->totals.unserved, 0) << instance->name;
    }
  }
}

TEST(Instances, OfLiAndLimGiveValidPlans) {
  const std::optional<std::string> folder = SharedData("li-lim");
  if (!folder.has_value()) GTEST_SKIP() << "no li-lim instances on this machine: nothing tested";
  PlanAll(*folder, ReadLiLim);
}

TEST(Instances, OfDialARideGiveValidPlans) {
  const std::optional<std::string> folder = SharedData("dial-a-ride");
  if (!folder.has_value())
    GTEST_SKIP() << "no dial-a-ride instances on this machine: nothing tested";
  PlanAll(*folder, ReadDialARide);
}

}  // namespace
}  // namespace entraide::matcher::dayplan
