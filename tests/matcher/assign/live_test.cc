// SPDX-License-Identifier: EUPL-1.2
#include "matcher/assign/live.h"

#include <gmock/gmock.h>

#include "absl/strings/str_format.h"
#include "matcher/assign/assign.h"
#include "matcher/assign/verify.h"
#include "tests/matcher/assign/random_events.h"
#include "tests/matcher/assign/text_problem.h"

// After whatever comes and goes, a live assignment is as good as one from scratch.
namespace entraide::matcher::assign {
namespace {

using ::testing::Eq;

void ExpectAsFromScratch(const LiveAssignment& live) {
  const Snapshot now = live.Now();
  ASSERT_THAT(Verify(now.problem, now.assignment), Eq(absl::OkStatus()));
  ASSERT_EQ(live.Total(), Assign(now.problem).total);
}

class Live : public testing::TestWithParam<Shape> {};

TEST_P(Live, IsAsFromScratchAfterEachOfManyEvents) {
  Random random(7);
  RandomEvents events(GetParam(), random);
  for (int event = 1; event <= 2500; ++event) {
    const std::string what = events.Next();
    SCOPED_TRACE(absl::StrFormat("event %d: %s", event, what));
    ExpectAsFromScratch(events.live());
    if (HasFatalFailure()) return;
  }
}

constexpr Shape kLoose{.tasks = 25, .places = 20, .most_choices = 6, .most_seats = 4};
constexpr Shape kBalanced{.tasks = 30, .places = 15, .most_choices = 6, .most_seats = 4};
constexpr Shape kOverloaded{.tasks = 40, .places = 10, .most_choices = 6, .most_seats = 4};
constexpr Shape kFair{.tasks = 30,
                      .places = 10,
                      .most_choices = 6,
                      .most_seats = 6,
                      .most_minutes = 4,
                      .most_load_step = 9};

INSTANTIATE_TEST_SUITE_P(Shapes, Live, testing::Values(kLoose, kBalanced, kOverloaded, kFair));

Problem ATown() {
  return Made(ReadParts(R"(
    place anna  seats 1
    place bruno seats 1
    task  t1 anna 5 bruno 7
    task  t2 anna 5 bruno 20)"));
}

std::string SeatingOf(const LiveAssignment& live) {
  const Snapshot now = live.Now();
  return Seating(now.problem, now.assignment);
}

TEST(Live, MovesOthersForWhoComes) {
  LiveAssignment live(ATown());
  EXPECT_EQ(SeatingOf(live), "t1:bruno t2:anna");
  EXPECT_THAT(live.AddPlace({.id = {"carla"}}, {{{"t1"}, 3}, {{"t2"}, 1}}), Eq(absl::OkStatus()));
  EXPECT_EQ(SeatingOf(live), "t1:anna t2:carla");
  EXPECT_THAT(live.AddTask({"t3"}, absl::UnixEpoch(), {{{"anna"}, 1}}), Eq(absl::OkStatus()));
  EXPECT_EQ(SeatingOf(live), "t1:bruno t2:carla t3:anna");
  EXPECT_THAT(live.RemovePlace({"bruno"}), Eq(absl::OkStatus()));
  EXPECT_EQ(live.Total(), (Cost{.unserved = 1, .minutes = 2}));
  EXPECT_THAT(live.ChangeCapacity({.id = {"carla"}, .capacity = 2}), Eq(absl::OkStatus()));
  EXPECT_EQ(SeatingOf(live), "t1:carla t2:carla t3:anna");
  EXPECT_THAT(live.RemoveTask({"t3"}), Eq(absl::OkStatus()));
  EXPECT_EQ(live.Total(), (Cost{.minutes = 4}));
}

TEST(Live, GrowsFromNothing) {
  LiveAssignment live(Made({}));
  EXPECT_THAT(live.AddTask({"t1"}, absl::UnixEpoch(), {}), Eq(absl::OkStatus()));
  EXPECT_THAT(live.AddPlace({.id = {"anna"}}, {{{"t1"}, 1000}}), Eq(absl::OkStatus()));
  EXPECT_THAT(live.AddTask({"t2"}, absl::UnixEpoch(), {{{"anna"}, 7}}), Eq(absl::OkStatus()));
  EXPECT_EQ(SeatingOf(live), "t1:- t2:anna");
  ExpectAsFromScratch(live);
}

TEST(Live, RefusesWhatMakesNoSenseAndChangesNothing) {
  LiveAssignment live(ATown());
  const absl::Time now = absl::UnixEpoch();
  const auto code = [](const absl::Status& status) { return status.code(); };
  EXPECT_EQ(code(live.AddTask({"t1"}, now, {})), absl::StatusCode::kAlreadyExists);
  EXPECT_EQ(code(live.AddTask({""}, now, {})), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(code(live.AddTask({"t3"}, now, {{{"dora"}, 1}})), absl::StatusCode::kNotFound);
  EXPECT_EQ(code(live.AddTask({"t3"}, now, {{{"anna"}, -1}})), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(code(live.AddTask({"t3"}, now, {{{"anna"}, 1}, {{"anna"}, 2}})),
            absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(code(live.RemoveTask({"t3"})), absl::StatusCode::kNotFound);
  EXPECT_EQ(code(live.AddPlace({.id = {"anna"}}, {})), absl::StatusCode::kAlreadyExists);
  EXPECT_EQ(code(live.AddPlace({.id = {"dora"}}, {{{"t3"}, 1}})), absl::StatusCode::kNotFound);
  EXPECT_EQ(code(live.AddPlace({.id = {"dora"}, .capacity = -1}, {})),
            absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(code(live.RemovePlace({"dora"})), absl::StatusCode::kNotFound);
  EXPECT_EQ(code(live.ChangeCapacity({.id = {"dora"}})), absl::StatusCode::kNotFound);
  EXPECT_EQ(code(live.ChangeCapacity({.id = {"anna"}, .capacity = -1})),
            absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(SeatingOf(live), "t1:bruno t2:anna");
}

}  // namespace
}  // namespace entraide::matcher::assign
