// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/domain/email.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "services/platform/base/violations.h"

namespace entraide::identity {
namespace {

constexpr std::size_t kLongest = 254;
constexpr std::size_t kLongestMailbox = 64;
constexpr std::size_t kLongestLabel = 63;
constexpr absl::string_view kMailboxSigns = "!#$%&'*+-/=?^_`{|}~";

bool IsAtom(absl::string_view atom) {
  return !atom.empty() && std::all_of(atom.begin(), atom.end(), [](char c) {
    return absl::ascii_isalnum(static_cast<unsigned char>(c)) ||
           kMailboxSigns.find(c) != absl::string_view::npos;
  });
}

bool IsLabel(absl::string_view label) {
  const bool inside = std::all_of(label.begin(), label.end(), [](char c) {
    return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '-';
  });
  return inside && !label.empty() && label.size() <= kLongestLabel && label.front() != '-' &&
         label.back() != '-';
}

bool IsAddress(absl::string_view text) {
  const std::vector<absl::string_view> parts = absl::StrSplit(text, '@');
  if (text.size() > kLongest || parts.size() != 2 || parts[0].size() > kLongestMailbox)
    return false;
  const std::vector<absl::string_view> atoms = absl::StrSplit(parts[0], '.');
  const std::vector<absl::string_view> labels = absl::StrSplit(parts[1], '.');
  return labels.size() >= 2 && std::all_of(atoms.begin(), atoms.end(), IsAtom) &&
         std::all_of(labels.begin(), labels.end(), IsLabel);
}

}  // namespace

absl::StatusOr<Email> Email::Parse(absl::string_view text) {
  text = absl::StripAsciiWhitespace(text);
  if (text.empty()) return InvalidField("email", "REQUIRED", "an address");
  if (!IsAddress(text)) return InvalidField("email", "MALFORMED", "an address such as a@b.fr");
  return Email(absl::AsciiStrToLower(text));
}

}  // namespace entraide::identity
