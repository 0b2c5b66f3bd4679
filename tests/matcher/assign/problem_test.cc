// SPDX-License-Identifier: EUPL-1.2
#include "matcher/assign/problem.h"

#include <gmock/gmock.h>

#include <limits>
#include <string>

#include "tests/matcher/assign/text_problem.h"

namespace entraide::matcher::assign {
namespace {

struct Malformed {
  std::string name{};
  std::string text{};
  std::string refusal{};
};

class MalformedProblem : public testing::TestWithParam<Malformed> {};

TEST_P(MalformedProblem, IsRefused) {
  Parts parts = ReadParts(GetParam().text);
  const absl::Status made = Problem::Make(parts.places, parts.tasks).status();
  EXPECT_EQ(made.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(made.message(), GetParam().refusal);
}

const Malformed kMalformed[] = {
    {"PlaceTwice", "place anna seats 1\nplace anna seats 2", "anna comes twice"},
    {"TaskTwice", "task t1\ntask t2\ntask t1", "t1 comes twice"},
    {"NegativeCapacity", "place anna seats -1", "anna has capacity out of bounds"},
    {"LoadCostsForAnotherCapacity", "place anna seats 2 load 1",
     "anna has load costs for another capacity"},
    {"LoadCostsThatFall", "place anna seats 2 load 3,1", "anna has load costs that fall"},
    {"NegativeLoadCosts", "place anna seats 1 load -1", "anna has load costs that fall"},
    {"UnknownPlace", "place anna seats 1\ntask t1 bruno 3", "t1 chooses an unknown place"},
    {"NegativeMinutes", "place anna seats 1\ntask t1 anna -3", "-3 minutes are out of bounds"},
    {"TooManyMinutes", "place anna seats 1\ntask t1 anna 1000000001",
     "1000000001 minutes are out of bounds"},
    {"PlaceChosenTwice", "place anna seats 1\ntask t1 anna 3 anna 4", "t1 chooses a place twice"},
    {"TooLarge", "place a seats 1 load 1000000000\ntask t1 a 1000000000\ntask t2 a 1000000000",
     "costs are too large to be added up"},
};

INSTANTIATE_TEST_SUITE_P(Each, MalformedProblem, testing::ValuesIn(kMalformed),
                         [](const auto& malformed) { return malformed.param.name; });

TEST(Problem, RefusesAnEmptyId) {
  EXPECT_EQ(Problem::Make({Place{}}, {}).status().message(), "an id is empty");
}

TEST(Problem, IsInTheOrderOfIds) {
  const Problem problem = Made(ReadParts(R"(
    place bruno seats 2
    place anna  seats 1
    task  t2 bruno 4 anna 3
    task  t1 bruno 5)"));
  EXPECT_EQ(problem.IdOf(PlaceIndex{0}).value, "anna");
  EXPECT_EQ(problem.CapacityOf(PlaceIndex{1}), 2);
  EXPECT_EQ(problem.IdOf(TaskIndex{0}).value, "t1");
  EXPECT_EQ(problem.ArcsOf(TaskIndex{1})[0].place, PlaceIndex{0});
  EXPECT_EQ(problem.ArcsOf(TaskIndex{1})[0].minutes, 3);
}

}  // namespace
}  // namespace entraide::matcher::assign
