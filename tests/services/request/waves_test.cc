// SPDX-License-Identifier: EUPL-1.2
#include "services/request/domain/waves.h"

#include <gmock/gmock.h>

#include "tests/services/request/a_task.h"

namespace entraide::request {
namespace {

Timing In(absl::Duration lead, absl::Time now = kNow) { return {.start = now + lead}; }

TEST(WaveFor, AsksMoreAndWaitsLessTheNearerTheServiceIs) {
  EXPECT_EQ(WaveFor(APolicy(), In(absl::Hours(7 * 24)), kNow).asked_at_once, 3);
  EXPECT_EQ(WaveFor(APolicy(), In(absl::Hours(7 * 24)), kNow).patience, absl::Hours(24));
  EXPECT_EQ(WaveFor(APolicy(), In(absl::Hours(48)), kNow).asked_at_once, 4);
  EXPECT_EQ(WaveFor(APolicy(), In(absl::Hours(47)), kNow).asked_at_once, 6);
  EXPECT_EQ(WaveFor(APolicy(), In(absl::Hours(12)), kNow).patience, absl::Hours(1));
  EXPECT_EQ(WaveFor(APolicy(), In(absl::Hours(11)), kNow).asked_at_once, 10);
  EXPECT_EQ(WaveFor(APolicy(), In(absl::Hours(11)), kNow).patience, absl::Minutes(20));
}

TEST(WaveFor, TakesItsTimeForAServiceWithoutADate) {
  EXPECT_EQ(WaveFor(APolicy(), Timing{}, kNow).asked_at_once, 3);
}

TEST(AnswerBy, CountsFromNowInTheMorning) {
  EXPECT_EQ(AnswerBy(APolicy(), In(absl::Hours(72)), kNow), kNow + absl::Hours(6));
}

TEST(AnswerBy, LeavesOutTheNight) {
  const absl::Time evening = ParisTime(absl::CivilMinute(2027, 2, 2, 18, 0));
  EXPECT_EQ(AnswerBy(APolicy(), In(absl::Hours(72), evening), evening),
            ParisTime(absl::CivilMinute(2027, 2, 3, 12, 0)));
}

TEST(AnswerBy, StartsInTheMorningForWhatIsAskedAtNight) {
  const absl::Time night = ParisTime(absl::CivilMinute(2027, 2, 3, 3, 0));
  EXPECT_EQ(AnswerBy(APolicy(), In(absl::Hours(40), night), night),
            ParisTime(absl::CivilMinute(2027, 2, 3, 9, 0)));
  const absl::Time evening = ParisTime(absl::CivilMinute(2027, 2, 2, 22, 0));
  EXPECT_EQ(AnswerBy(APolicy(), In(absl::Hours(40), evening), evening),
            ParisTime(absl::CivilMinute(2027, 2, 3, 9, 0)));
}

TEST(AnswerBy, TakesTwoDaysForTwentyFourHoursAwake) {
  EXPECT_EQ(AnswerBy(APolicy(), Timing{}, kNow), ParisTime(absl::CivilMinute(2027, 2, 4, 10, 0)));
}

TEST(AnswerBy, EndsTwoHoursBeforeTheService) {
  const absl::Time evening = ParisTime(absl::CivilMinute(2027, 2, 2, 19, 50));
  EXPECT_EQ(AnswerBy(APolicy(), In(absl::Hours(11), evening), evening),
            ParisTime(absl::CivilMinute(2027, 2, 3, 4, 50)));
}

TEST(AnswerBy, KeepsTheHourOnTheWallWhenTheClocksChange) {
  const absl::Time saturday = ParisTime(absl::CivilMinute(2027, 3, 27, 19, 0));
  EXPECT_EQ(AnswerBy(APolicy(), In(absl::Hours(60), saturday), saturday),
            ParisTime(absl::CivilMinute(2027, 3, 28, 13, 0)));
}

}  // namespace
}  // namespace entraide::request
