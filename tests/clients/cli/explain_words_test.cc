// SPDX-License-Identifier: EUPL-1.2
// Every code of the matcher has French words.
#include <gmock/gmock.h>

#include "absl/strings/str_cat.h"
#include "clients/cli/explain/terms.h"
#include "clients/cli/explain/words.h"
#include "matcher/engine/hard_rules.h"
#include "matcher/engine/rule.h"
#include "matcher/engine/weights.h"
#include "proto/vocabulary/kinds.h"
#include "proto/vocabulary/words.h"

namespace entraide::cli {
namespace {

using testing::Ne;

common::v1::ScoreTerm ATerm(const std::string& name, int value) {
  common::v1::ScoreTerm term;
  term.set_term(name);
  term.set_value(value);
  term.set_weight(25);
  return term;
}

TEST(Words, EveryRuleOfTheMatcherHasSome) {
  EXPECT_TRUE(HasRefusalInFrench(matcher::Code(matcher::Rule::kKindNotOffered)));
  for (const matcher::HardRule& rule : matcher::HardRules()) {
    EXPECT_TRUE(HasRefusalInFrench(matcher::Code(rule.rule))) << matcher::Code(rule.rule);
  }
}

TEST(Words, EveryTermOfTheMatcherHasAName) {
  for (const matcher::WeightedTerm& term : matcher::WeightedTerms()) {
    EXPECT_THAT(TermName(term.name), Ne(std::string(term.name)));
  }
}

TEST(Words, EveryKindHasSome) {
  for (const vocabulary::Kind& kind : vocabulary::Kinds()) {
    EXPECT_THAT(KindInFrench(kind.name), Ne(std::string(kind.name)));
  }
}

TEST(Words, EveryFactHasSome) {
  for (const absl::string_view fact : vocabulary::kFacts) {
    EXPECT_THAT(FactInFrench(fact), Ne(std::string(fact)));
  }
}

TEST(Words, ARefusalAgreesWithItsNumber) {
  EXPECT_EQ(RefusalInFrench("ZONE_NOT_SERVED", 1), "1 ne dessert pas cette commune");
  EXPECT_EQ(RefusalInFrench("ZONE_NOT_SERVED", 6), "6 ne desservent pas cette commune");
  EXPECT_EQ(RefusalInFrench("NOTICE_TOO_SHORT", 3), "3 demandent un délai plus long");
}

TEST(Words, ACodeWithoutWordsIsShownAsItIs) {
  EXPECT_EQ(RefusalInFrench("NEW_RULE", 2), "2 : NEW_RULE");
  EXPECT_EQ(BlockingInFrench("NEW_RULE"), "NEW_RULE");
  EXPECT_EQ(FactInFrench("new-fact"), "new-fact");
  EXPECT_EQ(TermInFrench(ATerm("new", 8'200), "repair"), "new 8\u202f200 sur 10\u202f000");
}

TEST(Words, NumbersAreGroupedByThree) {
  EXPECT_EQ(Number(0), "0");
  EXPECT_EQ(Number(640), "640");
  EXPECT_EQ(Number(8'640), "8\u202f640");
  EXPECT_EQ(Number(1'234'567), "1\u202f234\u202f567");
  EXPECT_EQ(Number(-8'640), "-8\u202f640");
  EXPECT_EQ(Count(1, "jour", "jours"), "1 jour");
  EXPECT_EQ(Count(0, "jour", "jours"), "0 jour");
}

TEST(Terms, SpeakInTheUnitThatTheyCameFrom) {
  EXPECT_EQ(TermInFrench(ATerm("detour", 6'500), "repair"), "à 21 min");
  EXPECT_EQ(TermInFrench(ATerm("detour", 6'500), "volunteer-ride"), "21 min de route à vide");
  EXPECT_EQ(TermInFrench(ATerm("detour", 0), "repair"), "à une heure ou plus");
  EXPECT_EQ(TermInFrench(ATerm("wait", 10'000), "repair"), "possible dès aujourd'hui");
  EXPECT_EQ(TermInFrench(ATerm("cost", 10'000), "repair"), "gratuit");
  EXPECT_EQ(TermInFrench(ATerm("cost", 4'000), "repair"), "40 % moins cher que le plus cher");
}

// The matcher keeps 1 − days/30 as a whole number of 10,000: every day has to come back.
TEST(Terms, GiveEveryDayOfAWaitBack) {
  for (int days = 2; days < 30; ++days) {
    EXPECT_EQ(TermInFrench(ATerm("wait", 10'000 - 10'000 * days / 30), "repair"),
              absl::StrCat("première date dans ", days, " jours"));
  }
  for (int days = 2; days < 14; ++days) {
    EXPECT_EQ(TermInFrench(ATerm("wait", 10'000 - 10'000 * days / 14), "housework"),
              absl::StrCat("première date dans ", days, " jours"));
  }
}

// Likewise 1 − seconds/3600: what is said is what the list of candidates says of the same way.
TEST(Terms, GiveEveryWayBackInTheMinutesThatListsSay) {
  for (int seconds = 30; seconds < 3'600; ++seconds) {
    EXPECT_EQ(TermInFrench(ATerm("detour", 10'000 - 10'000 * seconds / 3'600), "repair"),
              absl::StrCat("à ", (seconds + 30) / 60, " min"))
        << seconds;
  }
  for (int seconds = 60; seconds < 7'200; ++seconds) {
    EXPECT_EQ(TermInFrench(ATerm("wait", 10'000 - 10'000 * seconds / 7'200), "volunteer-ride"),
              absl::StrCat((seconds + 30) / 60, " min d'attente pour le conducteur"))
        << seconds;
  }
}

// This one is minutes/60: the more, the better.
TEST(Terms, GiveEveryMinuteOfAMarginBack) {
  for (int minutes = 0; minutes < 60; ++minutes) {
    EXPECT_EQ(TermInFrench(ATerm("margin", 10'000 * minutes / 60), "repair"),
              absl::StrCat(minutes, " min de marge"));
  }
}

}  // namespace
}  // namespace entraide::cli
