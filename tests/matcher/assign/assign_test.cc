// SPDX-License-Identifier: EUPL-1.2
#include "matcher/assign/assign.h"

#include <gmock/gmock.h>

#include "matcher/assign/first_come.h"
#include "matcher/assign/verify.h"
#include "tests/matcher/assign/text_problem.h"

// What an assignment is, on problems that a person can solve.
namespace entraide::matcher::assign {
namespace {

using ::testing::Eq;
using ::testing::Field;
using ::testing::IsEmpty;

std::string SeatingOf(absl::string_view text) {
  const Problem problem = Made(ReadParts(text));
  const Assignment assignment = Assign(problem);
  EXPECT_THAT(Verify(problem, assignment), Eq(absl::OkStatus()));
  return Seating(problem, assignment);
}

TEST(Assign, SendsEachTaskToTheNearestPlaceWhereSeatsSuffice) {
  EXPECT_EQ(SeatingOf(R"(
    place anna  seats 2
    place bruno seats 2
    task  t1 anna 5 bruno 7
    task  t2 anna 9 bruno 4
    task  t3 anna 1)"),
            "t1:anna t2:bruno t3:anna");
}

TEST(Assign, LetsATaskDriveFartherIfAllTogetherDriveLess) {
  EXPECT_EQ(SeatingOf(R"(
    place anna  seats 1
    place bruno seats 1
    task  t1 anna 5 bruno 7
    task  t2 anna 5 bruno 20)"),
            "t1:bruno t2:anna");
}

TEST(Assign, ServesOneTaskMoreWhateverTheDriving) {
  EXPECT_EQ(SeatingOf(R"(
    place anna  seats 1
    place bruno seats 1
    place carla seats 1
    task  t1 anna 0
    task  t2 anna 1 bruno 1000000
    task  t3 bruno 1 carla 1000000)"),
            "t1:anna t2:bruno t3:carla");
}

TEST(Assign, SharesTheLoadOnlyWhereThatCostsNoDriving) {
  EXPECT_EQ(SeatingOf(R"(
    place anna  seats 3 load 0,5,9
    place bruno seats 3 load 0,5,9
    task  t1 anna 5 bruno 5
    task  t2 anna 5 bruno 6
    task  t3 anna 5 bruno 6)"),
            "t1:bruno t2:anna t3:anna");
}

TEST(Assign, SaysWhyATaskIsUnserved) {
  const Problem problem = Made(ReadParts(R"(
    place anna seats 1
    task  t1 anna 5
    task  t2
    task  t3 anna 4)"));
  const Assignment assignment = Assign(problem);
  ASSERT_EQ(assignment.unserved.size(), 2u);
  EXPECT_EQ(problem.IdOf(assignment.unserved[0].task).value, "t1");
  EXPECT_EQ(assignment.unserved[0].why, WhyUnserved::kPlacesFull);
  EXPECT_EQ(problem.IdOf(assignment.unserved[1].task).value, "t2");
  EXPECT_EQ(assignment.unserved[1].why, WhyUnserved::kNoChoice);
  EXPECT_EQ(assignment.total, (Cost{.unserved = 2, .minutes = 4}));
}

TEST(Assign, PutsNobodyWhereThereIsNoSeat) {
  EXPECT_EQ(SeatingOf(R"(
    place anna  seats 0
    place bruno seats 1
    task  t1 anna 0 bruno 9)"),
            "t1:bruno");
}

TEST(Assign, OfNothingIsNothing) {
  const Problem problem = Made({});
  const Assignment assignment = Assign(problem);
  EXPECT_EQ(assignment.total, Cost{});
  EXPECT_THAT(assignment.unserved, IsEmpty());
  EXPECT_THAT(Verify(problem, assignment), Eq(absl::OkStatus()));
}

TEST(FirstComeFirstServed, TakesTheNearestSeatLeftInTheOrderOfAsking) {
  const Problem problem = Made(ReadParts(R"(
    place anna  seats 1
    place bruno seats 1
    task  t1 at 9 anna 5 bruno 20
    task  t2 at 8 anna 5 bruno 7
    task  t3 at 8 anna 1)"));
  EXPECT_EQ(FirstComeFirstServed(problem), (Cost{.unserved = 1, .minutes = 25}));
  EXPECT_EQ(Assign(problem).total, (Cost{.unserved = 1, .minutes = 8}));
}

TEST(FirstComeFirstServed, CountsTheLoadOfEachTaskAsItComes) {
  const Problem problem = Made(ReadParts(R"(
    place anna  seats 2 load 0,4
    place bruno seats 1 load 3
    task  t1 anna 5 bruno 5
    task  t2 anna 5 bruno 5)"));
  EXPECT_EQ(FirstComeFirstServed(problem), (Cost{.minutes = 10, .load = 3}));
}

}  // namespace
}  // namespace entraide::matcher::assign
