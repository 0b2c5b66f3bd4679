// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/public_holidays.h"

#include <algorithm>
#include <array>
#include <utility>

namespace entraide::matcher {
namespace {

constexpr std::array<std::pair<int, int>, 8> kFixedMonthAndDay = {
    {{1, 1}, {5, 1}, {5, 8}, {7, 14}, {8, 15}, {11, 1}, {11, 11}, {12, 25}}};

constexpr std::array kDaysAfterEaster = {1, 39, 50};  // Easter Monday, Ascension, Whit Monday.

}  // namespace

// The anonymous Gregorian computus (Meeus, "Astronomical Algorithms", chapter 8), with its letters.
absl::CivilDay EasterSunday(absl::civil_year_t year) {
  const auto a = year % 19;
  const auto b = year / 100;
  const auto c = year % 100;
  const auto f = (b + 8) / 25;
  const auto g = (b - f + 1) / 3;
  const auto h = (19 * a + b - b / 4 - g + 15) % 30;
  const auto l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const auto m = (a + 11 * h + 22 * l) / 451;
  const auto sum = h + l - 7 * m + 114;
  return absl::CivilDay(year, sum / 31, sum % 31 + 1);
}

bool IsPublicHoliday(absl::CivilDay day) {
  const std::pair<int, int> date(day.month(), day.day());
  if (std::find(kFixedMonthAndDay.begin(), kFixedMonthAndDay.end(), date) !=
      kFixedMonthAndDay.end()) {
    return true;
  }
  const absl::CivilDay easter = EasterSunday(day.year());
  return std::any_of(kDaysAfterEaster.begin(), kDaysAfterEaster.end(),
                     [&](int days) { return easter + days == day; });
}

bool IsBusinessDay(absl::CivilDay day) {
  const absl::Weekday weekday = absl::GetWeekday(day);
  return weekday != absl::Weekday::saturday && weekday != absl::Weekday::sunday &&
         !IsPublicHoliday(day);
}

}  // namespace entraide::matcher
