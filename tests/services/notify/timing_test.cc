// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/domain/timing.h"

#include <gmock/gmock.h>

#include "tests/services/notify/a_happening.h"

namespace entraide::notify {
namespace {

absl::Time ToThePerson(absl::Time now) { return LeaveTime(Part::kPerson, AnAcceptance(), now); }

TEST(LeaveTime, LeavesPeopleInPeaceFromEightInTheEveningToEightInTheMorning) {
  EXPECT_EQ(ToThePerson(At(8, 0)), At(8, 0));
  EXPECT_EQ(ToThePerson(At(19, 59)), At(19, 59));
  EXPECT_EQ(ToThePerson(At(20, 0)), At(8, 0, 25));
  EXPECT_EQ(ToThePerson(At(23, 30)), At(8, 0, 25));
  EXPECT_EQ(ToThePerson(At(7, 59)), At(8, 0));
}

TEST(LeaveTime, IsByTheClockOnTheWallInTheNightsInWhichItIsChanged) {
  const auto paris = [](int month, int day, int hour) {
    return absl::FromCivil(absl::CivilHour(2027, month, day, hour), request::Paris());
  };
  // 28 March 2027: 02:00 is 03:00, the night is an hour short.
  EXPECT_EQ(ToThePerson(paris(3, 27, 21)), paris(3, 28, 8));
  EXPECT_EQ(paris(3, 28, 8) - paris(3, 27, 21), absl::Hours(10));
  // 31 October 2027: 03:00 is 02:00.
  EXPECT_EQ(ToThePerson(paris(10, 30, 21)), paris(10, 31, 8));
  EXPECT_EQ(paris(10, 31, 8) - paris(10, 30, 21), absl::Hours(12));
}

TEST(LeaveTime, DoesNotWaitForAMorningThatIsTooLate) {
  Happening breakdown = AnAcceptance();
  breakdown.start_time = At(9, 59, 25);
  EXPECT_EQ(LeaveTime(Part::kPerson, breakdown, At(22)), At(22));
  breakdown.start_time = At(10, 0, 25);
  EXPECT_EQ(LeaveTime(Part::kPerson, breakdown, At(22)), At(8, 0, 25));
  breakdown.start_time = At(21);  // It is over.
  EXPECT_EQ(LeaveTime(Part::kPerson, breakdown, At(22)), At(8, 0, 25));
}

TEST(LeaveTime, ConfirmsAtOnceWhatThePersonHasJustDone) {
  Happening filing = AnAcceptance();
  filing.role = "requester";
  EXPECT_EQ(LeaveTime(Part::kPerson, filing, At(22)), At(22));
}

TEST(LeaveTime, WritesToOrganizationsAtAnyHour) {
  for (const Part part : {Part::kFiler, Part::kHolder, Part::kAsked}) {
    EXPECT_EQ(LeaveTime(part, AnAcceptance(), At(22)), At(22));
  }
}

TEST(PauseAfter, GrowsAndGivesUpAfterMostOfADay) {
  absl::Duration all;
  absl::Duration last;
  int attempts = 1;
  for (; PauseAfter(attempts).has_value(); ++attempts) {
    EXPECT_GE(*PauseAfter(attempts), last);
    last = *PauseAfter(attempts);
    all += last;
  }
  EXPECT_EQ(attempts, 9);
  EXPECT_GT(all, absl::Hours(20));
  EXPECT_LT(all, absl::Hours(24));
}

}  // namespace
}  // namespace entraide::notify
