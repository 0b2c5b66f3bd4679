// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/booking_rule.h"

#include <gmock/gmock.h>

#include "tests/matcher/text_fields.h"
#include "tests/matcher/text_world.h"

namespace entraide::matcher {
namespace {

absl::Time Last(const BookingRule& rule, absl::string_view start) {
  return LastTimeToAsk(rule, At(start), Paris());
}

TEST(LastTimeToAsk, IsTheStartItselfWithoutARule) {
  EXPECT_EQ(Last({}, "2027-02-01 09:00"), At("2027-02-01 09:00"));
}

TEST(LastTimeToAsk, CountsElapsedHours) {
  EXPECT_EQ(Last({.min_notice_hours = 48}, "2027-02-01 09:00"), At("2027-01-30 09:00"));
}

TEST(LastTimeToAsk, CountsElapsedHoursWhenTheClocksChange) {
  EXPECT_EQ(Last({.min_notice_hours = 48}, "2027-03-29 09:00"), At("2027-03-27 08:00"));
  EXPECT_EQ(Last({.min_notice_hours = 48}, "2027-11-01 09:00"), At("2027-10-30 10:00"));
}

TEST(LastTimeToAsk, SkipsTheWeekendWhenOnlyBusinessDaysCount) {
  const BookingRule two_days{.min_notice_hours = 48, .business_days_only = true};
  EXPECT_EQ(Last(two_days, "2027-02-01 09:00"), At("2027-01-28 09:00")) << "Monday to Thursday";
  EXPECT_EQ(Last(two_days, "2027-01-30 09:00"), At("2027-01-28 00:00")) << "from Saturday";
}

TEST(LastTimeToAsk, SkipsPublicHolidaysWhenOnlyBusinessDaysCount) {
  const BookingRule one_day{.min_notice_hours = 24, .business_days_only = true};
  EXPECT_EQ(Last(one_day, "2027-03-30 09:00"), At("2027-03-26 09:00")) << "over Easter";
}

TEST(LastTimeToAsk, IsAMomentOfAnEarlierDay) {
  const BookingRule rule{.last_moment = LastMoment{.days_before = 2, .minute = 17 * 60}};
  EXPECT_EQ(Last(rule, "2027-02-01 09:00"), At("2027-01-30 17:00"));
}

TEST(LastTimeToAsk, IsAMomentOfAnEarlierBusinessDay) {
  const BookingRule rule{.last_moment = LastMoment{.days_before = 2, .minute = 17 * 60},
                         .business_days_only = true};
  EXPECT_EQ(Last(rule, "2027-02-01 09:00"), At("2027-01-28 17:00"));
}

TEST(LastTimeToAsk, IsNeverAfterTheStart) {
  const BookingRule same_evening{.last_moment = LastMoment{.days_before = 0, .minute = 18 * 60}};
  EXPECT_EQ(Last(same_evening, "2027-02-01 09:00"), At("2027-02-01 09:00"));
}

TEST(LastTimeToAsk, IsTheStricterOfTwo) {
  const BookingRule both{.min_notice_hours = 72,
                         .last_moment = LastMoment{.days_before = 1, .minute = 12 * 60}};
  EXPECT_EQ(Last(both, "2027-02-05 09:00"), At("2027-02-02 09:00"));
}

TEST(FirstTimeToAsk, IsTheMidnightThatBeginsTheHorizon) {
  EXPECT_EQ(FirstTimeToAsk({.max_horizon_days = 30}, At("2027-03-02 09:00"), Paris()),
            At("2027-01-31 00:00"));
  EXPECT_EQ(FirstTimeToAsk({}, At("2027-03-02 09:00"), Paris()), absl::InfinitePast());
}

}  // namespace
}  // namespace entraide::matcher
