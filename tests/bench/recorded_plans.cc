// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/recorded_plans.h"

#include <algorithm>
#include <iterator>

namespace entraide::bench {
namespace {

constexpr RecordedPlan kPlans[] = {
    {"lc101", 828.94, 10},      {"lc105", 828.94, 10},    {"lc201", 591.55, 3},
    {"lc205", 588.88, 3},       {"lr101", 1650.80, 19},   {"lr104", 1013.59, 9},
    {"lr109", 1237.54, 11},     {"lr201", 1253.24, 4},    {"lr205", 1054.02, 3},
    {"lrc101", 1703.21, 14},    {"lrc105", 1637.63, 13},  {"lrc201", 1439.66, 4},
    {"lrc205", 1302.20, 4},     {"LC1_2_1", 2704.56, 0},  {"LR1_2_1", 4819.13, 0},
    {"LR2_2_1", 4074.26, 0},    {"LRC1_2_1", 3658.36, 0}, {"LRC2_2_1", 2997.05, 0},
    {"LC1_4_1", 7152.04, 0},    {"LR1_4_1", 11169.83, 0}, {"LR1_10_1", 59848.51, 0},
    {"LRC2_10_1", 31571.78, 0},
};

}  // namespace

std::optional<RecordedPlan> RecordedPlanOf(absl::string_view instance) {
  const auto found =
      std::find_if(std::begin(kPlans), std::end(kPlans),
                   [&](const RecordedPlan& plan) { return plan.instance == instance; });
  if (found == std::end(kPlans)) return std::nullopt;
  return *found;
}

const std::vector<RecordedClass>& RecordedClasses() {
  static const std::vector<RecordedClass> classes{
      {.name = "100 tasks",
       .part_of_name = "l",
       .vroom_over_plain = 58'311.0 / 58'309,
       .vroom_seconds = 0.58,
       .seconds = 0.25},
      {.name = "200 tasks",
       .part_of_name = "_2_",
       .vroom_over_plain = 171'368.0 / 171'216,
       .vroom_seconds = 2.8,
       .seconds = 1.3},
      {.name = "400 tasks", .part_of_name = "_4_", .seconds = 3},
      {.name = "1000 tasks",
       .part_of_name = "_10_",
       .vroom_over_plain = 251'731.0 / 246'000,
       .vroom_seconds = 223,
       .seconds = 10,
       .distance_goal = 0.98,
       .seconds_goal = 0.05},
  };
  return classes;
}

}  // namespace entraide::bench
