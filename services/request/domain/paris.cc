// SPDX-License-Identifier: EUPL-1.2
#include "services/request/domain/paris.h"

#include <cstdlib>

namespace entraide::request {

absl::TimeZone Paris() {
  static const absl::TimeZone zone = [] {
    absl::TimeZone paris;
    if (!absl::LoadTimeZone("Europe/Paris", &paris)) std::abort();
    return paris;
  }();
  return zone;
}

std::optional<absl::CivilDay> ParseDay(absl::string_view text) {
  absl::CivilDay day;
  if (text.size() != 10 || !absl::ParseCivilTime(text, &day)) return std::nullopt;
  if (absl::FormatCivilTime(day) != text) return std::nullopt;
  return day;
}

}  // namespace entraide::request
