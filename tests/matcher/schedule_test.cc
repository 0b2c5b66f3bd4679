// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/schedule.h"

#include <gmock/gmock.h>

#include "tests/matcher/text_fields.h"
#include "tests/matcher/text_world.h"

namespace entraide::matcher {
namespace {

bool IsOpenFrom(const Schedule& schedule, absl::string_view from, absl::string_view to) {
  return IsOpen(schedule, {.start = At(from), .end = At(to)}, Paris());
}

Schedule Weekdays(absl::string_view hours) { return {.slots = Slots("mon-fri", hours)}; }

TEST(IsOpen, WantsTheWholeSpanInside) {
  const Schedule office = Weekdays("09:00-12:00,14:00-18:00");
  EXPECT_TRUE(IsOpenFrom(office, "2027-02-01 09:00", "2027-02-01 12:00"));
  EXPECT_FALSE(IsOpenFrom(office, "2027-02-01 08:59", "2027-02-01 10:00"));
  EXPECT_FALSE(IsOpenFrom(office, "2027-02-01 11:00", "2027-02-01 12:01"));
  EXPECT_FALSE(IsOpenFrom(office, "2027-02-01 11:00", "2027-02-01 15:00")) << "lunch";
  EXPECT_FALSE(IsOpenFrom(office, "2027-01-30 10:00", "2027-01-30 11:00")) << "Saturday";
}

TEST(IsOpen, JoinsHoursThatTouchAlsoOverMidnight) {
  const Schedule nights{.slots = Slots("mon-sun", "22:00-24:00,00:00-03:00,03:00-06:00")};
  EXPECT_TRUE(IsOpenFrom(nights, "2027-02-01 22:00", "2027-02-02 06:00"));
  EXPECT_FALSE(IsOpenFrom(nights, "2027-02-01 22:00", "2027-02-02 06:01"));
}

TEST(IsOpen, IsAlwaysTrueWithoutSlotsButOnPublicHolidays) {
  EXPECT_TRUE(IsOpenFrom({}, "2027-01-31 03:00", "2027-02-02 03:00"));
  EXPECT_FALSE(IsOpenFrom({}, "2027-05-01 10:00", "2027-05-01 11:00"));
  EXPECT_TRUE(
      IsOpenFrom({.open_on_public_holidays = true}, "2027-05-01 10:00", "2027-05-01 11:00"));
}

TEST(IsOpen, IsFalseOnEasterMonday) {
  const Schedule office = Weekdays("09:00-18:00");
  EXPECT_FALSE(IsOpenFrom(office, "2027-03-29 10:00", "2027-03-29 11:00"));
  EXPECT_TRUE(IsOpenFrom(office, "2027-03-30 10:00", "2027-03-30 11:00"));
}

TEST(IsOpen, LetsADatedClosureWinOnItsFirstAndLastDay) {
  Schedule office = Weekdays("09:00-18:00");
  office.exceptions = {Closure("2027-02-02..2027-02-03")};
  EXPECT_TRUE(IsOpenFrom(office, "2027-02-01 10:00", "2027-02-01 11:00"));
  EXPECT_FALSE(IsOpenFrom(office, "2027-02-02 10:00", "2027-02-02 11:00"));
  EXPECT_FALSE(IsOpenFrom(office, "2027-02-03 10:00", "2027-02-03 11:00"));
  EXPECT_TRUE(IsOpenFrom(office, "2027-02-04 10:00", "2027-02-04 11:00"));
}

TEST(IsOpen, LetsADatedOpeningWinOverAHolidayAndAClosureOverBoth) {
  Schedule office = Weekdays("09:00-18:00");
  DatedException fair = Closure("2027-05-06");
  fair.hours = {Hours("10:00-12:00")};
  office.exceptions = {fair};
  EXPECT_TRUE(IsOpenFrom(office, "2027-05-06 10:00", "2027-05-06 12:00"));
  EXPECT_FALSE(IsOpenFrom(office, "2027-05-06 14:00", "2027-05-06 15:00"));
  office.exceptions = {fair, Closure("2027-05-06")};
  EXPECT_FALSE(IsOpenFrom(office, "2027-05-06 10:00", "2027-05-06 12:00"));
}

TEST(IsOpen, CountsRealTimeInTheNightThatLosesAnHour) {
  const Schedule nights{.slots = Slots("sun", "01:00-04:00")};
  const absl::Time one = At("2027-03-28 01:00");
  EXPECT_TRUE(IsOpen(nights, {one, one + absl::Hours(2)}, Paris()));
  EXPECT_FALSE(IsOpen(nights, {one, one + absl::Hours(3)}, Paris()));
  EXPECT_FALSE(
      IsOpen({.slots = Slots("sun", "02:00-03:00")}, {one, one + absl::Hours(1)}, Paris()));
}

TEST(IsOpen, CountsRealTimeInTheNightThatGainsAnHour) {
  const Schedule nights{.slots = Slots("sun", "01:00-04:00")};
  const absl::Time one = At("2027-10-31 01:00");
  EXPECT_TRUE(IsOpen(nights, {one, one + absl::Hours(4)}, Paris()));
  EXPECT_FALSE(IsOpen(nights, {one, one + absl::Hours(5)}, Paris()));
}

}  // namespace
}  // namespace entraide::matcher
