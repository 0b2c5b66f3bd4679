// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "tests/matcher/ternois.h"

namespace entraide::matcher {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Questions, AreTheFewestThatOpenTheMost) {
  const TextWorld world = Ternois(R"(
    offer a   visit  serves anvin  eligible age-bracket=60-74
    offer b   visit  serves anvin  eligible low-income=yes
    offer c   visit  serves anvin  eligible low-income=yes
    offer d   visit  serves anvin  eligible low-income=yes+disability=yes
    need  n1  visit  at anvin
  )");
  EXPECT_THAT(
      world.Ask("n1").questions,
      ElementsAre(
          AllOf(Field(&Question::fact, "low-income"), Field(&Question::candidate_count, 3)),
          AllOf(Field(&Question::fact, "age-bracket"), Field(&Question::candidate_count, 1)),
          AllOf(Field(&Question::fact, "disability"), Field(&Question::candidate_count, 1))));
}

TEST(Questions, AskOneThatOpensOneBeforeThreeThatOpenTwo) {
  const TextWorld world = Ternois(R"(
    offer a   visit  serves anvin  eligible disability=yes+has-contract=yes+job-seeker=yes
    offer b   visit  serves anvin  eligible disability=yes+has-contract=yes+job-seeker=yes
    offer c   visit  serves anvin  eligible low-income=yes
    need  n1  visit  at anvin
  )");
  const std::vector<Question> questions = world.Ask("n1").questions;
  ASSERT_THAT(questions, SizeIs(4));
  EXPECT_EQ(questions[0].fact, "low-income");
}

TEST(Questions, AreNotAskedWhileSomebodyCan) {
  const TextWorld world = Ternois(R"(
    offer a   visit  serves anvin  eligible low-income=yes
    offer b   visit  serves anvin
    need  n1  visit  at anvin
  )");
  EXPECT_THAT(world.Ask("n1").questions, IsEmpty());
  EXPECT_THAT(world.Ask("n1").conditional, SizeIs(1));
}

}  // namespace
}  // namespace entraide::matcher
