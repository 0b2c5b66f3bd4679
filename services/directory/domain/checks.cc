// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/domain/checks.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "services/platform/base/text.h"

namespace entraide::directory {
namespace {

constexpr std::size_t kMaxListed = 50;

bool HasValidLuhnSum(absl::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    int digit = digits[digits.size() - 1 - i] - '0';
    if (i % 2 == 1) digit *= 2;
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 == 0;
}

bool IsEmail(absl::string_view text) {
  const std::size_t at = text.find('@');
  if (at == absl::string_view::npos || at == 0 || at != text.rfind('@') || text.size() > 254) {
    return false;
  }
  const absl::string_view host = text.substr(at + 1);
  return host.find('.') != absl::string_view::npos && host.front() != '.' && host.back() != '.' &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return absl::ascii_isgraph(static_cast<unsigned char>(c)); });
}

bool IsUri(absl::string_view text) {
  const absl::string_view rest =
      absl::StartsWith(text, "https://")
          ? text.substr(8)
          : (absl::StartsWith(text, "http://") ? text.substr(7) : absl::string_view());
  return !rest.empty() && absl::ascii_isalnum(static_cast<unsigned char>(rest.front())) &&
         text.size() <= 2000 && std::none_of(text.begin(), text.end(), [](char c) {
           const auto byte = static_cast<unsigned char>(c);
           return byte <= ' ' || byte >= 0x7f || c == '"' || c == '<' || c == '>' || c == '\\';
         });
}

}  // namespace

void CheckText(absl::string_view field, absl::string_view text, Length length, Violations& found) {
  if (!IsText(text)) {
    found.Add(field, "NOT_TEXT", "UTF-8 without control characters");
    return;
  }
  const std::size_t size = CodePoints(text);
  if (size == 0 && length.min > 0) {
    found.Add(field, "REQUIRED", absl::StrCat(length.min, " to ", length.max, " characters"));
  } else if (size < length.min) {
    found.Add(field, "TOO_SHORT", absl::StrCat(length.min, " characters at least"));
  } else if (size > length.max) {
    found.Add(field, "TOO_LONG", absl::StrCat(length.max, " characters at most"));
  } else if (length.min > 0 && absl::StripAsciiWhitespace(text).empty()) {
    found.Add(field, "REQUIRED", "more than blanks");
  }
}

void CheckSourceId(absl::string_view field, absl::string_view text, Violations& found) {
  CheckText(field, text, {1, 100}, found);
}

void CheckOptionalPhone(absl::string_view field, absl::string_view phone, Violations& found) {
  if (phone.empty()) return;
  const bool e164 = phone.front() == '+' && phone.size() >= 9 && phone.size() <= 16 &&
                    phone[1] != '0' && IsDigits(phone.substr(1), phone.size() - 1);
  if (!e164) found.Add(field, "MALFORMED", "E.164: + and 8 to 15 digits");
}

void CheckOptionalEmail(absl::string_view field, absl::string_view email, Violations& found) {
  if (!email.empty() && !IsEmail(email)) found.Add(field, "MALFORMED", "name@host");
}

void CheckOptionalUri(absl::string_view field, absl::string_view uri, Violations& found) {
  if (!uri.empty() && !IsUri(uri)) found.Add(field, "MALFORMED", "an http or https URI");
}

void CheckOptionalSiret(absl::string_view field, absl::string_view siret, Violations& found) {
  if (siret.empty()) return;
  if (!IsDigits(siret, 14)) {
    found.Add(field, "MALFORMED", "14 digits");
  } else if (!HasValidLuhnSum(siret)) {
    found.Add(field, "CHECK_DIGIT_WRONG", "a valid check digit");
  }
}

void CheckOptionalRna(absl::string_view field, absl::string_view rna, Violations& found) {
  if (rna.empty() || (rna.front() == 'W' && IsDigits(rna.substr(1), 9))) return;
  found.Add(field, "MALFORMED", "W and nine digits");
}

void CheckKebab(absl::string_view field, const std::vector<std::string>& words, Violations& found) {
  if (words.size() > kMaxListed) {
    found.Add(field, "TOO_LONG", absl::StrCat(kMaxListed, " words at most"));
    return;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!IsKebab(words[i]) || words[i].size() > 60) {
      found.Add(absl::StrCat(field, "[", i, "]"), "MALFORMED", "kebab-case, 60 letters at most");
    }
  }
}

bool IsDigits(absl::string_view text, std::size_t count) {
  return text.size() == count && std::all_of(text.begin(), text.end(), [](char c) {
           return absl::ascii_isdigit(static_cast<unsigned char>(c));
         });
}

bool IsDepartement(absl::string_view code) {
  return IsDigits(code, 2) || IsDigits(code, 3) || code == "2A" || code == "2B";
}

}  // namespace entraide::directory
