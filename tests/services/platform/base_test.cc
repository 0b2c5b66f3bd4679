// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <set>
#include <string>

#include "services/platform/base/text.h"
#include "services/platform/base/uuid.h"
#include "services/platform/base/violations.h"
#include "tests/support/status_matchers.h"

namespace entraide {
namespace {

TEST(IsText, TakesFrenchAndLineEnds) {
  EXPECT_TRUE(IsText("Saint-Pol-sur-Ternoise, l'été\r\n\tœuvre 🚲"));
  EXPECT_TRUE(IsText(""));
}

TEST(IsText, RefusesNulAndOtherControls) {
  EXPECT_FALSE(IsText(absl::string_view("a\0b", 3)));
  EXPECT_FALSE(IsText("\x1b[31m"));
  EXPECT_FALSE(IsText("\x7f"));
  EXPECT_FALSE(IsText("\xc2\x85"));  // U+0085, next line
}

TEST(IsText, RefusesWhatIsNotUtf8) {
  EXPECT_FALSE(IsText("\xe9t\xe9"));         // Latin-1
  EXPECT_FALSE(IsText("\xc0\xaf"));          // overlong
  EXPECT_FALSE(IsText("\xe0\x80\xaf"));      // overlong
  EXPECT_FALSE(IsText("\xed\xa0\x80"));      // a surrogate
  EXPECT_FALSE(IsText("\xf4\x90\x80\x80"));  // past U+10FFFF
  EXPECT_FALSE(IsText("\xe2\x82"));          // cut short
}

TEST(CodePoints, CountsCharactersNotBytes) { EXPECT_EQ(CodePoints("été 🚲"), 5U); }

TEST(IsKebab, TakesWordsBetweenSingleDashes) {
  EXPECT_TRUE(IsKebab("car-repair-2"));
  for (const char* bad : {"", "-a", "a-", "a--b", "A", "a_b", "é"})
    EXPECT_FALSE(IsKebab(bad)) << bad;
}

TEST(IsInseeCode, TakesMetropolitanAndCorsicanCodes) {
  for (const char* good : {"62767", "2A004", "2B033", "97411"})
    EXPECT_TRUE(IsInseeCode(good)) << good;
  for (const char* bad : {"6276", "627670", "2C004", "A2004", "2a004", ""}) {
    EXPECT_FALSE(IsInseeCode(bad)) << bad;
  }
}

TEST(NewUuid, IsARandomVersion4) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const std::string uuid = NewUuid();
    ASSERT_TRUE(IsUuid(uuid)) << uuid;
    ASSERT_EQ(uuid[14], '4');
    ASSERT_THAT("89ab", testing::HasSubstr(std::string(1, uuid[19])));
    seen.insert(uuid);
  }
  EXPECT_EQ(seen.size(), 1000U);
}

TEST(IsUuid, WantsItsDashesInTheirPlaces) {
  EXPECT_TRUE(IsUuid("0A0b0c0d-0000-4000-8000-000000000000"));
  EXPECT_FALSE(IsUuid("0a0b0c0d00000-4000-8000-000000000000"));
  EXPECT_FALSE(IsUuid("0a0b0c0d-0000-4000-8000-00000000000"));
  EXPECT_FALSE(IsUuid("0a0b0c0d-0000-4000-8000-00000000000g"));
}

TEST(Violations, AreSaidAllAtOnceAndComeBack) {
  Violations violations;
  EXPECT_THAT(violations.ToStatus(), IsOk());
  violations.Add("details.pickup_time", "IN_PAST", "later than now");
  violations.Add("persons", "OUT_OF_RANGE", "1 to 8");
  const absl::Status status = violations.ToStatus();
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(status, HasReason("FIELDS_INVALID"));
  const std::vector<Violation> found = ViolationsOf(status);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].field, "details.pickup_time");
  EXPECT_EQ(found[0].reason, "IN_PAST");
  EXPECT_EQ(found[1].description, "1 to 8");
  EXPECT_THAT(ViolationsOf(absl::InternalError("x")), testing::IsEmpty());
}

}  // namespace
}  // namespace entraide
