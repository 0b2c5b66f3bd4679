// SPDX-License-Identifier: EUPL-1.2
#include "services/request/domain/contact.h"

#include <optional>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/platform/base/text.h"

namespace entraide::request {
namespace {

bool IsSeparator(char c) { return absl::StrContains(" .-/()\t", absl::string_view(&c, 1)); }

// E.164, or nothing when `typed` is no telephone number.
std::optional<std::string> ParsePhone(absl::string_view typed) {
  std::string digits;
  for (const char c : typed) {
    if (IsSeparator(c)) continue;
    if (!absl::ascii_isdigit(static_cast<unsigned char>(c)) && !(c == '+' && digits.empty())) {
      return std::nullopt;
    }
    digits.push_back(c);
  }
  if (absl::StartsWith(digits, "00")) digits.replace(0, 2, "+");
  if (digits.size() == 10 && digits[0] == '0') digits.replace(0, 1, "+33");
  if (digits.size() < 9 || digits.size() > 16 || digits[0] != '+' || digits[1] == '0') {
    return std::nullopt;
  }
  return digits;
}

// Enough to catch a slip of the pen; only a mail that arrives proves an address.
bool IsEmail(absl::string_view text) {
  const std::size_t at = text.find('@');
  if (at == absl::string_view::npos || at == 0 || at > 64 || text.size() > 254) return false;
  const absl::string_view domain = text.substr(at + 1);
  const bool clean = absl::c_none_of(text, [](char c) {
    return c == ' ' || c == '<' || c == '>' || c == ',' || c == '\n' || c == '\r' || c == '\t';
  });
  return clean && !absl::StrContains(domain, "@") && !absl::StrContains(domain, "..") &&
         domain.find('.') != absl::string_view::npos && domain.front() != '.' &&
         domain.back() != '.';
}

}  // namespace

void CheckLength(absl::string_view text, std::size_t shortest, std::size_t longest,
                 absl::string_view field, Violations& violations) {
  if (text.empty()) {
    if (shortest > 0) violations.Add(field, "REQUIRED", "must not be empty");
    return;
  }
  if (!IsText(text)) {
    violations.Add(field, "NOT_TEXT", "UTF-8 without control characters");
    return;
  }
  const std::size_t length = CodePoints(text);
  if (length < shortest) violations.Add(field, "TOO_SHORT", absl::StrCat("from ", shortest));
  if (length > longest) violations.Add(field, "TOO_LONG", absl::StrCat("up to ", longest));
}

Contact CheckContact(Contact contact, absl::string_view field, Violations& violations) {
  const auto path = [&](absl::string_view name) { return absl::StrCat(field, ".", name); };
  CheckLength(contact.display_name, 2, 100, path("display_name"), violations);
  CheckLength(contact.referent, 0, 200, path("referent"), violations);
  CheckLength(contact.address, 0, 200, path("address"), violations);
  CheckLength(contact.hours, 0, 100, path("hours"), violations);
  if (contact.phone.empty() && contact.email.empty()) {
    violations.Add(path("phone"), "REQUIRED", "a phone or an email");
    return contact;
  }
  if (!contact.phone.empty()) {
    std::optional<std::string> phone = ParsePhone(contact.phone);
    if (!phone.has_value()) {
      violations.Add(path("phone"), "MALFORMED", "E.164 or French ten digits");
    }
    contact.phone = std::move(phone).value_or("");
  }
  const bool by_mail = contact.preferred == Contact::Means::kEmail;
  const bool by_phone = contact.preferred == Contact::Means::kPhone ||
                        contact.preferred == Contact::Means::kSms || contact.no_digital;
  if ((by_mail && contact.email.empty()) || (by_phone && contact.phone.empty())) {
    violations.Add(path(by_mail ? "email" : "phone"), "REQUIRED", "the preferred way");
  }
  if (!contact.email.empty() && !(IsText(contact.email) && IsEmail(contact.email))) {
    violations.Add(path("email"), "MALFORMED", "name@domain.tld");
  }
  return contact;
}

bool HoldsContact(absl::string_view text) {
  int digits = 0;
  for (const char c : text) {
    if (c == '@') return true;
    if (absl::ascii_isdigit(static_cast<unsigned char>(c))) {
      if (++digits == 10) return true;
    } else if (!IsSeparator(c)) {
      digits = 0;
    }
  }
  return false;
}

}  // namespace entraide::request
