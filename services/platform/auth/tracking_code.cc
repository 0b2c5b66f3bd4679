// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/auth/tracking_code.h"

#include <optional>

#include "absl/strings/str_cat.h"
#include "services/platform/auth/crockford.h"
#include "services/platform/base/status.h"

namespace entraide::auth {
namespace {

constexpr std::size_t kDigits = 12;

// Letter, digits, check character.
absl::StatusOr<std::string> Parse(absl::string_view typed) {
  const std::optional<std::string> code = Canonical(typed);
  const bool whole = code.has_value() && code->size() == kDigits + 2;
  if (!whole || CheckCharacter(absl::string_view(*code).substr(0, kDigits + 1)) != code->back()) {
    return WithReason(absl::InvalidArgumentError("not a tracking code"), "CODE_MALFORMED");
  }
  return *code;
}

}  // namespace

absl::StatusOr<TrackingCodes> TrackingCodes::FromFile(const std::string& path) {
  ASSIGN_OR_RETURN(const Key key, KeyFromFile(path));
  return TrackingCodes(key);
}

std::string TrackingCodes::CodeFor(char service, absl::string_view id) const {
  const absl::string_view letter(&service, 1);
  const std::string secret = KeyedHash(key_, "tracking-code", absl::StrCat(letter, id));
  const std::string digits = ToCrockford(secret, kDigits);
  const char check = CheckCharacter(absl::StrCat(letter, digits));
  return absl::StrCat(letter, "-", InGroups(digits), "-", absl::string_view(&check, 1));
}

absl::StatusOr<std::string> TrackingCodes::HashOf(absl::string_view typed) const {
  ASSIGN_OR_RETURN(const std::string code, Parse(typed));
  return KeyedHash(key_, "stored-code", code);
}

absl::StatusOr<char> TrackingCodes::ServiceOf(absl::string_view typed) {
  ASSIGN_OR_RETURN(const std::string code, Parse(typed));
  return code.front();
}

}  // namespace entraide::auth
