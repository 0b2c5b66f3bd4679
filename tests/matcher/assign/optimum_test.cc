// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "absl/strings/str_format.h"
#include "matcher/assign/assign.h"
#include "matcher/assign/first_come.h"
#include "matcher/assign/verify.h"
#include "tests/matcher/assign/exhaustive.h"
#include "tests/matcher/assign/lemon_network.h"
#include "tests/matcher/assign/lemon_optimum.h"
#include "tests/matcher/assign/random_problem.h"

// What holds of every problem: the value is the one that other solvers find, the proof is good.
namespace entraide::matcher::assign {
namespace {

using ::testing::Eq;

void ExpectOptimal(const Problem& problem) {
  const Assignment assignment = Assign(problem);
  EXPECT_THAT(Verify(problem, assignment), Eq(absl::OkStatus()));
  EXPECT_EQ(OneNumberFor(problem).Of(assignment.total), LemonOptimum(NetworkOf(problem)).cost);
  EXPECT_GE(FirstComeFirstServed(problem), assignment.total);
}

class Optimum : public testing::TestWithParam<Shape> {};

TEST_P(Optimum, IsLemons) {
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    SCOPED_TRACE(absl::StrFormat("seed %d", seed));
    Random random(seed);
    ExpectOptimal(Made(RandomParts(GetParam(), random)));
    if (HasFailure()) return;
  }
}

constexpr Shape kTiny{.tasks = 4, .places = 3, .most_choices = 3, .most_seats = 2};
constexpr Shape kLoose{.tasks = 30, .places = 30, .most_choices = 8, .most_seats = 4};
constexpr Shape kBalanced{.tasks = 40, .places = 20, .most_choices = 6, .most_seats = 4};
constexpr Shape kOverloaded{.tasks = 60, .places = 15, .most_choices = 6, .most_seats = 4};
constexpr Shape kTies{.tasks = 40, .places = 15, .most_seats = 5, .most_minutes = 2};
constexpr Shape kFree{.tasks = 40, .places = 20, .most_minutes = 0};
constexpr Shape kFair{.tasks = 40,
                      .places = 12,
                      .most_choices = 6,
                      .most_seats = 8,
                      .most_minutes = 3,
                      .most_load_step = 6};
constexpr Shape kLoadOnly{.tasks = 40,
                          .places = 12,
                          .most_choices = 6,
                          .most_seats = 8,
                          .most_minutes = 0,
                          .most_load_step = 6};
constexpr Shape kFar{.tasks = 40, .places = 20, .most_minutes = 1'000'000, .most_load_step = 9};

INSTANTIATE_TEST_SUITE_P(Small, Optimum,
                         testing::Values(kTiny, kLoose, kBalanced, kOverloaded, kTies, kFree, kFair,
                                         kLoadOnly, kFar));

TEST(TinyOptimum, IsTheLeastOfAll) {
  const Shape shape{
      .tasks = 6, .places = 4, .most_seats = 3, .most_minutes = 4, .most_load_step = 4};
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE(absl::StrFormat("seed %d", seed));
    Random random(seed);
    const Problem problem = Made(RandomParts(shape, random));
    ASSERT_EQ(Assign(problem).total, LeastOfAll(problem));
  }
}

class MiddleOptimum : public testing::TestWithParam<Shape> {};

TEST_P(MiddleOptimum, IsLemons) {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    SCOPED_TRACE(absl::StrFormat("seed %d", seed));
    Random random(seed);
    ExpectOptimal(Made(RandomParts(GetParam(), random)));
  }
}

constexpr Shape kTown{
    .tasks = 1500, .places = 700, .most_choices = 20, .most_seats = 4, .most_minutes = 500};
constexpr Shape kCrowdedTown{
    .tasks = 1500, .places = 400, .most_choices = 20, .most_seats = 4, .most_minutes = 500};
constexpr Shape kFairTown{.tasks = 1500,
                          .places = 400,
                          .most_choices = 20,
                          .most_seats = 9,
                          .most_minutes = 30,
                          .most_load_step = 5};

INSTANTIATE_TEST_SUITE_P(Towns, MiddleOptimum, testing::Values(kTown, kCrowdedTown, kFairTown));

}  // namespace
}  // namespace entraide::matcher::assign
