// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/measure.h"

#include <gmock/gmock.h>

#include <cmath>
#include <fstream>
#include <iterator>

namespace entraide::bench {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Optional;

absl::StatusOr<Options> Parse(std::vector<const char*> words) {
  words.insert(words.begin(), "program");
  return ParseOptions(static_cast<int>(words.size()), words.data());
}

TEST(Options, NameFiguresScalesAndAFile) {
  const auto options = Parse({"P1", "P2", "--scale", "0.25,1,4", "--json", "out.json"});
  ASSERT_TRUE(options.ok()) << options.status();
  EXPECT_THAT(options->figures, ElementsAre("P1", "P2"));
  EXPECT_THAT(options->scales, ElementsAre(0.25, 1, 4));
  EXPECT_EQ(options->json_file, "out.json");
  EXPECT_TRUE(Wants(*options, "P2"));
  EXPECT_FALSE(Wants(*options, "P11"));
}

TEST(Options, WantEveryFigureAtScaleOneWithoutAWord) {
  const auto options = Parse({});
  ASSERT_TRUE(options.ok()) << options.status();
  EXPECT_THAT(options->scales, ElementsAre(1));
  EXPECT_TRUE(Wants(*options, "P9"));
}

TEST(Options, AreRefusedWhenTheyMakeNoSense) {
  EXPECT_FALSE(Parse({"--scale"}).ok());
  EXPECT_FALSE(Parse({"--scale", "1,big"}).ok());
  EXPECT_FALSE(Parse({"--scale", "0"}).ok());
  EXPECT_FALSE(Parse({"--fast"}).ok());
}

TEST(Percentile, IsAValueThatWasMeasured) {
  EXPECT_EQ(Percentile({5, 1, 4, 2, 3}, 50), 3);
  EXPECT_EQ(Percentile({5, 1, 4, 2, 3}, 100), 5);
  EXPECT_EQ(Percentile({7}, 99), 7);
}

TEST(GrowthExponent, IsThePowerOfTheSize) {
  EXPECT_THAT(GrowthExponent({{1, 3}, {4, 24}, {16, 192}}), Optional(DoubleNear(1.5, 1e-9)));
  EXPECT_EQ(GrowthExponent({{1, 3}}), std::nullopt);
}

TEST(MedianSeconds, RunsEachSideInTurn) {
  std::string order;
  const auto medians = MedianSeconds({[&] { order += 'a'; }, [&] { order += 'b'; }}, /*rounds=*/2);
  EXPECT_EQ(order, "ababab");
  EXPECT_EQ(medians.size(), 2);
}

TEST(Report, WritesGoalAndFigureSideBySide) {
  const std::string file = testing::TempDir() + "/report.json";
  Report report({.json_file = file});
  report.Add({.name = "P7",
              .what = "loose",
              .ours = 2,
              .peer = 30,
              .side_unit = "ms",
              .reached = 15,
              .unit = "x",
              .goal = AtLeast(10)});
  ASSERT_TRUE(report.Finish().ok());
  std::ifstream written(file);
  const std::string text{std::istreambuf_iterator<char>(written), {}};
  EXPECT_THAT(text, HasSubstr("\"goal\": \">= 10\""));
  EXPECT_THAT(text, HasSubstr("\"met\": true"));
}

}  // namespace
}  // namespace entraide::bench
