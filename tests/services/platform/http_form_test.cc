// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "services/platform/http/form.h"

namespace entraide::http {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

TEST(ParseForm, DecodesPlusAndPercentAndKeepsTheOrder) {
  EXPECT_THAT(ParseForm("name=Anne+Lef%C3%A8vre&need=a&need=b&empty=&bare").fields,
              ElementsAre(Pair("name", "Anne Lefèvre"), Pair("need", "a"), Pair("need", "b"),
                          Pair("empty", ""), Pair("bare", "")));
}

TEST(ParseForm, LeavesABrokenEscapeAsItIs) {
  EXPECT_THAT(ParseForm("a=100%&b=%zz&c=%4").fields,
              ElementsAre(Pair("a", "100%"), Pair("b", "%zz"), Pair("c", "%4")));
}

TEST(ParseForm, OfNothingIsEmpty) {
  EXPECT_THAT(ParseForm("").fields, IsEmpty());
  EXPECT_THAT(ParseForm("&&").fields, IsEmpty());
}

TEST(Form, FindsTheFirstAndAllOfAName) {
  const Form form = ParseForm("day=mon&day=tue");
  EXPECT_EQ(form.Find("day"), "mon");
  EXPECT_THAT(form.All("day"), ElementsAre("mon", "tue"));
  EXPECT_EQ(form.Find("night"), std::nullopt);
  EXPECT_EQ(form.ValueOr("night", "none"), "none");
}

TEST(ParseCookies, SplitsPairsAndKeepsEqualSignsInValues) {
  EXPECT_THAT(ParseCookies("__Host-session=abc==; lang=fr;  ;x").fields,
              ElementsAre(Pair("__Host-session", "abc=="), Pair("lang", "fr"), Pair("x", "")));
}

TEST(UrlEncode, IsUndoneByUrlDecode) {
  std::string every_byte;
  for (int byte = 0; byte < 256; ++byte) every_byte += static_cast<char>(byte);
  EXPECT_EQ(UrlDecode(UrlEncode(every_byte)), every_byte);
  EXPECT_EQ(UrlEncode("a b/é"), "a%20b%2F%C3%A9");
}

TEST(UrlDecode, LeavesAPlus) { EXPECT_EQ(UrlDecode("a+b%2Bc"), "a+b+c"); }

}  // namespace
}  // namespace entraide::http
