// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/format.h"

#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "clients/web/messages.h"

namespace entraide::web {
namespace {

constexpr absl::string_view kThinSpace = "\u202f";

std::optional<std::vector<int>> Numbers(absl::string_view text, const absl::ByAnyChar& separators) {
  std::vector<int> numbers;
  for (const absl::string_view part : absl::StrSplit(text, separators, absl::SkipWhitespace())) {
    int number = 0;
    if (!absl::SimpleAtoi(part, &number) || number < 0) return std::nullopt;
    numbers.push_back(number);
  }
  return numbers;
}

}  // namespace

absl::TimeZone Paris() {
  absl::TimeZone zone;
  // Without tzdata this leaves UTC; install-deps has it.
  absl::LoadTimeZone("Europe/Paris", &zone);
  return zone;
}

std::string FormatDay(absl::CivilDay day) {
  const int weekday = static_cast<int>(absl::GetWeekday(day));
  return absl::StrCat(Word("weekday", absl::StrCat(weekday + 1)), " ", day.day(),
                      day.day() == 1 ? "er " : " ", Word("month", absl::StrCat(day.month())), " ",
                      day.year());
}

std::string FormatHour(absl::CivilMinute minute) {
  if (minute.minute() == 0) return absl::StrCat(minute.hour(), "\u00a0h");
  return absl::StrFormat("%d\u00a0h\u00a0%02d", minute.hour(), minute.minute());
}

std::string FormatMoment(absl::Time time) {
  const absl::CivilMinute minute = absl::ToCivilMinute(time, Paris());
  return Message("moment",
                 {{"day", FormatDay(absl::CivilDay(minute))}, {"hour", FormatHour(minute)}});
}

std::string FormatIso(absl::Time time) {
  return absl::FormatTime("%Y-%m-%dT%H:%M:%SZ", time, absl::UTCTimeZone());
}

std::string FormatMinutes(int minutes) {
  if (minutes < 60) return absl::StrCat(minutes, "\u00a0min");
  return FormatHour(absl::CivilMinute() + minutes);
}

std::string FormatEuros(std::int64_t cents) {
  if (cents % 100 == 0) return absl::StrCat(cents / 100, "\u00a0€");
  return absl::StrFormat("%d,%02d\u00a0€", cents / 100, cents % 100);
}

std::string FormatCount(std::int64_t count) {
  std::string digits = absl::StrCat(count);
  for (size_t end = digits.size(); end > 3; end -= 3) {
    digits.insert(end - 3, kThinSpace.data(), kThinSpace.size());
  }
  return digits;
}

std::string FormatPhone(absl::string_view e164) {
  if (!absl::StartsWith(e164, "+33") || e164.size() != 12) return std::string(e164);
  std::string spaced = absl::StrCat("0", e164.substr(3, 1));
  for (size_t i = 4; i < e164.size(); i += 2) absl::StrAppend(&spaced, "\u00a0", e164.substr(i, 2));
  return spaced;
}

std::string FormatTrackingCode(absl::string_view code) {
  if (code.size() != 14 || absl::StrContains(code, "-")) return std::string(code);
  return absl::StrCat(code.substr(0, 1), "-", code.substr(1, 4), "-", code.substr(5, 4), "-",
                      code.substr(9, 4), "-", code.substr(13));
}

std::optional<absl::CivilDay> ParseDay(absl::string_view typed) {
  const auto numbers = Numbers(typed, absl::ByAnyChar("-/. "));
  if (!numbers.has_value() || numbers->size() != 3) return std::nullopt;
  const bool year_first = (*numbers)[0] > 31;
  const int year = (*numbers)[year_first ? 0 : 2];
  const int day = (*numbers)[year_first ? 2 : 0];
  if (year < 1900 || year > 2200) return std::nullopt;
  const absl::CivilDay date(year, (*numbers)[1], day);
  if (date.month() != (*numbers)[1] || date.day() != day) return std::nullopt;
  return date;
}

std::optional<int> ParseHour(absl::string_view typed) {
  const auto numbers = Numbers(typed, absl::ByAnyChar(":hH "));
  if (!numbers.has_value() || numbers->empty() || numbers->size() > 3) return std::nullopt;
  const int minute = numbers->size() > 1 ? (*numbers)[1] : 0;
  if ((*numbers)[0] > 23 || minute > 59) return std::nullopt;
  return (*numbers)[0] * 60 + minute;
}

absl::Time AtParis(absl::CivilDay day, int minutes) {
  return absl::FromCivil(absl::CivilMinute(day) + minutes, Paris());
}

}  // namespace entraide::web
