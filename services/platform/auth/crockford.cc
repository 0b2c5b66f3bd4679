// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/auth/crockford.h"

#include <cstdint>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"

namespace entraide::auth {
namespace {

constexpr absl::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

// Times x in GF(32), modulo x^5 + x^2 + 1.
constexpr unsigned TimesX(unsigned value) {
  return (value & 0x10U) == 0 ? value << 1U : (value << 1U) ^ 0x25U;
}

}  // namespace

std::string ToCrockford(absl::string_view bytes, std::size_t digits) {
  std::string text;
  std::uint32_t bits = 0;
  unsigned held = 0;
  for (std::size_t next = 0; text.size() < digits;) {
    if (held < 5) {
      bits = (bits << 8U) | static_cast<std::uint8_t>(bytes[next++]);
      held += 8;
    }
    held -= 5;
    text.push_back(kAlphabet[(bits >> held) & 0x1FU]);
  }
  return text;
}

std::optional<std::string> Canonical(absl::string_view typed) {
  std::string text;
  for (const char c : typed) {
    char upper = absl::ascii_toupper(static_cast<unsigned char>(c));
    if (upper == ' ' || upper == '-' || upper == '.') continue;
    if (upper == 'O') upper = '0';
    if (upper == 'I' || upper == 'L') upper = '1';
    if (!absl::StrContains(kAlphabet, upper)) return std::nullopt;
    text.push_back(upper);
  }
  return text;
}

// A Reed-Solomon check: each place weighs another power of x, and the check itself weighs 1, so no
// single error and no exchange of two different characters leaves the sum as it was.
char CheckCharacter(absl::string_view digits) {
  unsigned sum = 0;
  for (const char c : digits) sum = TimesX(sum ^ static_cast<unsigned>(kAlphabet.find(c)));
  return kAlphabet[sum];
}

std::string InGroups(absl::string_view digits) {
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && i % 4 == 0) text.push_back('-');
    text.push_back(digits[i]);
  }
  return text;
}

}  // namespace entraide::auth
