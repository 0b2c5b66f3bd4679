// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/eligibility.h"

#include <gmock/gmock.h>

#include "tests/matcher/text_fields.h"

namespace entraide::matcher {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Kind = Answer::Kind;

Answer Ask(absl::string_view rules, absl::string_view known) {
  return EvaluateAnyOf(Rules(rules), known.empty() ? Facts() : KnownFacts(known));
}

TEST(Eligibility, IsOpenToAllWithoutRules) { EXPECT_EQ(EvaluateAnyOf({}, {}).kind, Kind::kYes); }

TEST(Eligibility, WantsOneOfTheValues) {
  EXPECT_EQ(Ask("social-minimum=rsa/ass", "social-minimum=ass").kind, Kind::kYes);
  EXPECT_EQ(Ask("social-minimum=rsa/ass", "social-minimum=aah").kind, Kind::kNo);
}

TEST(Eligibility, WantsNoneOfTheValues) {
  EXPECT_EQ(Ask("licence!=b", "licence=none").kind, Kind::kYes);
  EXPECT_EQ(Ask("licence!=b", "licence=a/b").kind, Kind::kNo);
}

TEST(Eligibility, WantsAllConditionsOfAGroup) {
  EXPECT_EQ(Ask("job-seeker=yes+no-vehicle=yes", "job-seeker=yes,no-vehicle=yes").kind, Kind::kYes);
  EXPECT_EQ(Ask("job-seeker=yes+no-vehicle=yes", "job-seeker=yes,no-vehicle=no").kind, Kind::kNo);
}

TEST(Eligibility, IsContentWithOneGroup) {
  EXPECT_EQ(Ask("job-seeker=yes,low-income=yes", "job-seeker=no,low-income=yes").kind, Kind::kYes);
}

TEST(Eligibility, AsksForWhatIsUnknown) {
  const Answer answer = Ask("no-vehicle=yes+job-seeker=yes+low-income=yes", "low-income=yes");
  EXPECT_EQ(answer.kind, Kind::kDepends);
  EXPECT_THAT(answer.missing_facts, ElementsAre("job-seeker", "no-vehicle"));
}

TEST(Eligibility, AsksForTheGroupThatNeedsTheFewestFacts) {
  EXPECT_THAT(Ask("a=1+b=1,c=1,d=1", "").missing_facts, ElementsAre("c"));
}

TEST(Eligibility, AsksNothingOfAGroupThatHasFailed) {
  EXPECT_THAT(Ask("a=1+b=1", "a=2").missing_facts, IsEmpty());
  EXPECT_EQ(Ask("a=1+b=1", "a=2").kind, Kind::kNo);
}

TEST(Eligibility, IsRefusedByADeclinedQuestion) {
  EXPECT_EQ(Ask("low-income=yes", "low-income=").kind, Kind::kNo);
  EXPECT_EQ(Ask("licence!=b", "licence=").kind, Kind::kNo);
}

}  // namespace
}  // namespace entraide::matcher
