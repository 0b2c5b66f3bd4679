// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "services/platform/base/violations.h"
#include "services/platform/rpc/page.h"
#include "tests/support/status_matchers.h"

namespace entraide::rpc {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string WhyNot(const absl::StatusOr<Page>& page) {
  const std::vector<Violation> found = ViolationsOf(page.status());
  return found.size() == 1 ? found[0].field + " " + found[0].reason : "";
}

TEST(ParsePage, GivesFiftyRowsFromTheStartUnlessTold) {
  const absl::StatusOr<Page> page = ParsePage(0, "", "epci", 1);
  ASSERT_THAT(page, IsOk());
  EXPECT_EQ(page->size, 50);
  EXPECT_THAT(page->after, IsEmpty());
}

TEST(ParsePage, NeverGivesMoreThanFiveHundred) { EXPECT_EQ(ParsePage(501, "", "", 1)->size, 500); }

TEST(ParsePage, RefusesANegativeSize) {
  EXPECT_EQ(WhyNot(ParsePage(-1, "", "", 1)), "page_size OUT_OF_RANGE");
}

TEST(ParsePage, GoesOnAfterTheLastRowOfThePageBefore) {
  const absl::StatusOr<Page> page = ParsePage(10, PageToken({"Érin", ""}, "f"), "f", 2);
  ASSERT_THAT(page, IsOk());
  EXPECT_THAT(page->after, ElementsAre("Érin", ""));
}

TEST(ParsePage, RefusesTheTokenOfAnotherFilter) {
  EXPECT_EQ(WhyNot(ParsePage(10, PageToken({"a"}, "f"), "g", 1)), "page_token OTHER_FILTER");
}

TEST(ParsePage, RefusesAMadeUpToken) {
  EXPECT_EQ(WhyNot(ParsePage(10, "next", "f", 1)), "page_token MALFORMED");
  EXPECT_EQ(WhyNot(ParsePage(10, "%%%", "f", 1)), "page_token MALFORMED");
  EXPECT_EQ(WhyNot(ParsePage(10, PageToken({"a", "b"}, "f"), "f", 1)), "page_token MALFORMED");
  EXPECT_EQ(WhyNot(ParsePage(10, PageToken({"\xff"}, "f"), "f", 1)), "page_token MALFORMED");
}

}  // namespace
}  // namespace entraide::rpc
