// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "services/platform/auth/crockford.h"
#include "services/platform/auth/tracking_code.h"
#include "tests/support/status_matchers.h"

namespace entraide::auth {
namespace {

constexpr char kRide[] = "3f2b1c9e-7a64-4a52-9d1e-5d5f0f1f2a10";
constexpr absl::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

TrackingCodes Codes() { return TrackingCodes(TrackingCodes::Key{1, 2, 3}); }

TEST(TrackingCode, HasALetterTwelveCharactersAndACheck) {
  EXPECT_THAT(Codes().CodeFor('G', kRide),
              testing::MatchesRegex("G-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]"));
}

TEST(TrackingCode, IsTheSameForTheSameRequestAndServiceOnly) {
  EXPECT_EQ(Codes().CodeFor('R', kRide), Codes().CodeFor('R', kRide));
  EXPECT_NE(Codes().CodeFor('R', kRide).substr(1), Codes().CodeFor('G', kRide).substr(1));
  EXPECT_NE(TrackingCodes(TrackingCodes::Key{9}).CodeFor('R', kRide), Codes().CodeFor('R', kRide));
}

TEST(TrackingCode, IsFoundAsPeopleTypeIt) {
  // Of a hundred requests some codes hold 0 and 1.
  for (int i = 0; i < 100; ++i) {
    const std::string code = Codes().CodeFor('H', std::to_string(i));
    std::string typed = " ";
    for (const char c : code) {
      if (c == '-') continue;
      typed += c == '0' ? 'o' : c == '1' ? 'l' : absl::ascii_tolower(static_cast<unsigned char>(c));
      typed += ' ';
    }
    ASSERT_THAT(Codes().HashOf(typed), IsOk());
    EXPECT_EQ(*Codes().HashOf(typed), *Codes().HashOf(code));
    EXPECT_EQ(*TrackingCodes::ServiceOf(typed), 'H');
  }
}

TEST(TrackingCode, CatchesEveryWrongCharacter) {
  const std::string code = *Canonical(Codes().CodeFor('R', kRide));
  for (std::size_t place = 0; place < code.size(); ++place) {
    for (const char other : kAlphabet) {
      std::string wrong = code;
      wrong[place] = other;
      if (wrong == code) continue;
      EXPECT_THAT(Codes().HashOf(wrong), HasReason("CODE_MALFORMED")) << wrong;
    }
  }
}

TEST(TrackingCode, CatchesTwoCharactersThatChangedPlaces) {
  const std::string code = *Canonical(Codes().CodeFor('R', kRide));
  for (std::size_t a = 0; a < code.size(); ++a) {
    for (std::size_t b = a + 1; b < code.size(); ++b) {
      std::string wrong = code;
      std::swap(wrong[a], wrong[b]);
      if (wrong == code) continue;
      EXPECT_THAT(Codes().HashOf(wrong), HasReason("CODE_MALFORMED")) << wrong;
    }
  }
}

TEST(TrackingCode, RefusesWhatIsNone) {
  for (const char* typed : {"", "R", "R-7K2M-9QX4-TB3W", "R-7K2M-9QX4-TB3W-5-5", "é", "R-UUUU"}) {
    EXPECT_THAT(Codes().HashOf(typed), HasReason("CODE_MALFORMED")) << typed;
    EXPECT_THAT(TrackingCodes::ServiceOf(typed), HasReason("CODE_MALFORMED")) << typed;
  }
}

}  // namespace
}  // namespace entraide::auth
