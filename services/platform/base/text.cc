// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "absl/strings/ascii.h"

namespace entraide {
namespace {

bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// How many bytes the sequence that begins with `lead` has; 0 if it cannot begin one.
std::size_t SequenceLength(unsigned char lead) {
  if (lead < 0x80U) return 1;
  if ((lead & 0xE0U) == 0xC0U) return 2;
  if ((lead & 0xF0U) == 0xE0U) return 3;
  return (lead & 0xF8U) == 0xF0U ? 4 : 0;
}

// Takes one code point from the front of `bytes`; false if there is no valid one.
bool TakeCodePoint(absl::string_view& bytes, std::uint32_t& code_point) {
  constexpr std::array<std::uint32_t, 5> kLeast = {0, 0, 0x80, 0x800, 0x10000};
  constexpr std::array<std::uint32_t, 5> kLeadBits = {0, 0x7F, 0x1F, 0x0F, 0x07};
  const auto lead = static_cast<unsigned char>(bytes.front());
  const std::size_t length = SequenceLength(lead);
  if (length == 0 || length > bytes.size()) return false;
  code_point = lead & kLeadBits.at(length);
  for (std::size_t i = 1; i < length; ++i) {
    if (!IsContinuation(bytes[i])) return false;
    code_point = (code_point << 6U) | (static_cast<unsigned char>(bytes[i]) & 0x3FU);
  }
  bytes.remove_prefix(length);
  const bool surrogate = code_point >= 0xD800U && code_point <= 0xDFFFU;
  return code_point >= kLeast.at(length) && code_point <= 0x10FFFFU && !surrogate;
}

bool IsControl(std::uint32_t code_point) {
  if (code_point == '\t' || code_point == '\n' || code_point == '\r') return false;
  return code_point < 0x20U || (code_point >= 0x7FU && code_point < 0xA0U);
}

bool IsKebabCharacter(char c) { return absl::ascii_islower(c) || absl::ascii_isdigit(c); }

}  // namespace

bool IsText(absl::string_view bytes) {
  while (!bytes.empty()) {
    std::uint32_t code_point = 0;
    if (!TakeCodePoint(bytes, code_point) || IsControl(code_point)) return false;
  }
  return true;
}

std::size_t CodePoints(absl::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return !IsContinuation(byte); }));
}

bool IsKebab(absl::string_view value) {
  bool after_word = false;  // The character before is a letter or a digit.
  for (const char c : value) {
    if (!IsKebabCharacter(c) && (c != '-' || !after_word)) return false;
    after_word = c != '-';
  }
  return after_word;
}

bool IsInseeCode(absl::string_view code) {
  if (code.size() != 5 || !absl::ascii_isdigit(code[0])) return false;
  const bool corsican = code[0] == '2' && (code[1] == 'A' || code[1] == 'B');
  if (!corsican && !absl::ascii_isdigit(code[1])) return false;
  return std::all_of(code.begin() + 2, code.end(), [](char c) { return absl::ascii_isdigit(c); });
}

}  // namespace entraide
