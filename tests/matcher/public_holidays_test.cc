// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/public_holidays.h"

#include <gmock/gmock.h>

namespace entraide::matcher {
namespace {

using absl::CivilDay;

TEST(EasterSunday, IsTheOneOfTheCalendar) {
  EXPECT_EQ(EasterSunday(2024), CivilDay(2024, 3, 31));
  EXPECT_EQ(EasterSunday(2025), CivilDay(2025, 4, 20));
  EXPECT_EQ(EasterSunday(2026), CivilDay(2026, 4, 5));
  EXPECT_EQ(EasterSunday(2027), CivilDay(2027, 3, 28));
  EXPECT_EQ(EasterSunday(2038), CivilDay(2038, 4, 25)) << "the latest there is";
  EXPECT_EQ(EasterSunday(2285), CivilDay(2285, 3, 22)) << "the earliest there is";
}

TEST(IsPublicHoliday, FollowsEaster) {
  EXPECT_TRUE(IsPublicHoliday(CivilDay(2027, 3, 29))) << "Easter Monday";
  EXPECT_TRUE(IsPublicHoliday(CivilDay(2027, 5, 6))) << "Ascension";
  EXPECT_TRUE(IsPublicHoliday(CivilDay(2027, 5, 17))) << "Whit Monday";
  EXPECT_FALSE(IsPublicHoliday(CivilDay(2027, 3, 26))) << "Good Friday: only in Alsace-Moselle";
}

TEST(IsPublicHoliday, CountsElevenEachYear) {
  for (const int year : {2024, 2025, 2026, 2027}) {
    int count = 0;
    for (CivilDay day(year, 1, 1); day.year() == year; ++day) count += IsPublicHoliday(day) ? 1 : 0;
    EXPECT_EQ(count, 11) << year;
  }
}

TEST(IsBusinessDay, IsNeitherAWeekendNorAHoliday) {
  EXPECT_TRUE(IsBusinessDay(CivilDay(2027, 1, 29)));
  EXPECT_FALSE(IsBusinessDay(CivilDay(2027, 1, 30))) << "Saturday";
  EXPECT_FALSE(IsBusinessDay(CivilDay(2027, 1, 31))) << "Sunday";
  EXPECT_FALSE(IsBusinessDay(CivilDay(2027, 7, 14))) << "a Wednesday";
}

}  // namespace
}  // namespace entraide::matcher
