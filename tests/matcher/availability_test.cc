// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/availability.h"

#include <gmock/gmock.h>

#include "tests/matcher/text_fields.h"
#include "tests/matcher/text_world.h"

namespace entraide::matcher {
namespace {

bool IsFreeFrom(const Availability& availability, absl::string_view from, absl::string_view to) {
  return IsFree(availability, {.start = At(from), .end = At(to)}, Paris());
}

TEST(Availability, IsAtAnyTimeWhenNothingIsSaid) {
  EXPECT_TRUE(IsFreeFrom({}, "2027-01-31 03:00", "2027-02-02 03:00"));
}

TEST(Availability, WantsTheWholeSpanInTheWeeklyHours) {
  const Availability mornings{.weekly = Slots("mon-fri", "08:00-12:00")};
  EXPECT_TRUE(IsFreeFrom(mornings, "2027-02-01 08:00", "2027-02-01 12:00"));
  EXPECT_FALSE(IsFreeFrom(mornings, "2027-02-01 07:59", "2027-02-01 12:00"));
  EXPECT_FALSE(IsFreeFrom(mornings, "2027-02-01 08:00", "2027-02-01 12:01"));
}

TEST(Availability, AddsExtraHoursToTheWeek) {
  const Availability availability{.extra = {{Date("2027-02-01"), Hours("12:00-14:00")}},
                                  .weekly = Slots("mon-fri", "08:00-12:00")};
  EXPECT_TRUE(IsFreeFrom(availability, "2027-02-01 10:00", "2027-02-01 14:00"));
  EXPECT_FALSE(IsFreeFrom(availability, "2027-02-02 10:00", "2027-02-02 14:00"));
}

TEST(Availability, IsOnlyTheExtraHoursWithoutAWeek) {
  const Availability once{.extra = {{Date("2027-02-01"), Hours("12:00-14:00")}}};
  EXPECT_TRUE(IsFreeFrom(once, "2027-02-01 12:00", "2027-02-01 14:00"));
  EXPECT_FALSE(IsFreeFrom(once, "2027-02-02 12:00", "2027-02-02 14:00"));
}

TEST(Availability, LetsLeaveWinOverExtraOnItsFirstAndLastDay) {
  const Availability availability{.leave = {{Date("2027-02-02"), Date("2027-02-03")}},
                                  .extra = {{Date("2027-02-03"), Hours("08:00-12:00")}}};
  const Availability mornings{.leave = availability.leave,
                              .weekly = Slots("mon-fri", "08:00-12:00")};
  EXPECT_TRUE(IsFreeFrom(mornings, "2027-02-01 08:00", "2027-02-01 09:00"));
  EXPECT_FALSE(IsFreeFrom(mornings, "2027-02-02 08:00", "2027-02-02 09:00"));
  EXPECT_FALSE(IsFreeFrom(mornings, "2027-02-03 08:00", "2027-02-03 09:00"));
  EXPECT_TRUE(IsFreeFrom(mornings, "2027-02-04 08:00", "2027-02-04 09:00"));
  EXPECT_FALSE(IsFreeFrom(availability, "2027-02-03 08:00", "2027-02-03 09:00"));
}

}  // namespace
}  // namespace entraide::matcher
