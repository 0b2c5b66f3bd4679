// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "tests/matcher/ternois.h"

// The hard rules that look at what was agreed on: nobody and nothing is taken twice.
namespace entraide::matcher {
namespace {

TEST(Busy, CountsApproachWayHomeAndTenMinutesBetween) {
  const TextWorld world = Ternois(R"(
    offer o       volunteer-ride  of lien  serves anvin
    volunteer v   lien  at anvin  car 3
    volunteer w   lien  at anvin  car 3
    commitment t1 o  of v  from anvin  to anvin  on 2027-02-01 09:00-10:00
    need  before  volunteer-ride  at anvin  to anvin  on 2027-02-01 08:00-08:42
    need  close   volunteer-ride  at anvin  to anvin  on 2027-02-01 08:00-08:43
    need  inside  volunteer-ride  at anvin  to anvin  on 2027-02-01 09:20-09:30
    need  soon    volunteer-ride  at anvin  to anvin  on 2027-02-01 10:17-11:00
    need  after   volunteer-ride  at anvin  to anvin  on 2027-02-01 10:18-11:00
    need  any-day volunteer-ride  at anvin  to anvin
  )");
  EXPECT_EQ(world.WhyNot("before", "o/v"), "");
  EXPECT_EQ(world.WhyNot("close", "o/v"), "BUSY");
  EXPECT_EQ(world.WhyNot("inside", "o/v"), "BUSY");
  EXPECT_EQ(world.WhyNot("inside", "o/w"), "") << "somebody else's commitment";
  EXPECT_EQ(world.WhyNot("soon", "o/v"), "BUSY");
  EXPECT_EQ(world.WhyNot("after", "o/v"), "");
  EXPECT_EQ(world.WhyNot("any-day", "o/v"), "");
}

TEST(Busy, CountsTheWaitingOfAWaitedReturn) {
  const TextWorld world = Ternois(R"(
    offer o       volunteer-ride  of lien  serves anvin
    volunteer v   lien  at anvin  car 3
    commitment t1 o  of v  from anvin  to anvin  on 2027-02-01 11:00-11:30
    need  waited  volunteer-ride  at anvin  to anvin  on 2027-02-01 09:00-09:30  on 2027-02-01 14:00-14:30  driver waits
    need  home    volunteer-ride  at anvin  to anvin  on 2027-02-01 09:00-09:30  on 2027-02-01 14:00-14:30
  )");
  EXPECT_EQ(world.WhyNot("waited", "o/v"), "BUSY");
  EXPECT_EQ(world.WhyNot("home", "o/v"), "");
}

TEST(Busy, TakesTheTerritorysMargin) {
  const TextWorld world = Ternois(R"(
    setting margin 30
    offer o       visit  of lien  serves anvin
    volunteer v   lien  at anvin
    commitment t1 o  of v  from anvin  to anvin  on 2027-02-01 09:00-10:00
    need  soon    visit  at anvin  on 2027-02-01 10:37-11:00
    need  after   visit  at anvin  on 2027-02-01 10:38-11:00
  )");
  EXPECT_EQ(world.WhyNot("soon", "o/v"), "BUSY");
  EXPECT_EQ(world.WhyNot("after", "o/v"), "");
}

TEST(Busy, IsNobodyForTheTaskThatTheyHold) {
  const TextWorld world = Ternois(R"(
    offer o       visit  of lien  serves anvin
    volunteer v   lien  at anvin  max-trips 1
    commitment t1 o  of v  from anvin  to anvin  on 2027-02-01 09:00-10:00
    need  same    visit  at anvin  task t1  on 2027-02-01 09:00-10:30
    need  other   visit  at anvin  task t2  on 2027-02-01 09:00-10:30
  )");
  EXPECT_EQ(world.WhyNot("same", "o/v"), "");
  EXPECT_EQ(world.WhyNot("other", "o/v"), "BUSY");
}

TEST(LimitReached, RefusesALongerTripThanTheVolunteerDrives) {
  // From Anvin to Hesdin and back home: twice 22.85 km by road.
  const TextWorld world = Ternois(R"(
    offer o       volunteer-ride  of lien  serves everywhere
    volunteer far lien  at anvin  car 3  max-km 46
    volunteer not lien  at anvin  car 3  max-km 45
    need  n1      volunteer-ride  at anvin  to hesdin
  )");
  EXPECT_EQ(world.WhyNot("n1", "o/far"), "");
  EXPECT_EQ(world.WhyNot("n1", "o/not"), "LIMIT_REACHED");
}

TEST(LimitReached, CountsTheTripsOfTheWeekFromMondayToSunday) {
  const TextWorld world = Ternois(R"(
    offer o       visit  of lien  serves anvin
    volunteer two lien  at anvin  max-trips 2
    volunteer one lien  at anvin  max-trips 1
    commitment t1 o  of two  from anvin  to anvin  on 2027-02-01 08:00-09:00
    commitment t2 o  of two  from anvin  to anvin  on 2027-02-07 08:00-09:00
    commitment t3 o  of one  from anvin  to anvin  on 2027-01-31 08:00-09:00
    need  monday  visit  at anvin  on 2027-02-01 10:00-11:00
    need  sunday  visit  at anvin  on 2027-02-07 10:00-11:00
    need  next    visit  at anvin  on 2027-02-08 10:00-11:00
    need  twice   visit  at anvin  on 2027-02-08 10:00-11:00  on 2027-02-09 10:00-11:00
  )");
  EXPECT_EQ(world.WhyNot("monday", "o/two"), "LIMIT_REACHED");
  EXPECT_EQ(world.WhyNot("sunday", "o/two"), "LIMIT_REACHED");
  EXPECT_EQ(world.WhyNot("next", "o/two"), "");
  EXPECT_EQ(world.WhyNot("monday", "o/one"), "") << "the Sunday before is another week";
  EXPECT_EQ(world.WhyNot("twice", "o/one"), "LIMIT_REACHED");
  EXPECT_EQ(world.WhyNot("twice", "o/two"), "");
}

TEST(LimitReached, CountsTheHoursOfTheWeekFromHomeToHome) {
  const TextWorld world = Ternois(R"(
    offer o       visit  of lien  serves anvin
    volunteer v   lien  at anvin  max-hours 4
    commitment t1 o  of v  from anvin  to anvin  on 2027-02-01 08:00-09:52
    need  full    visit  at anvin  on 2027-02-02 08:00-09:52
    need  over    visit  at anvin  on 2027-02-02 08:00-09:53
    need  next    visit  at anvin  on 2027-02-08 08:00-11:00
  )");
  EXPECT_EQ(world.WhyNot("full", "o/v"), "");
  EXPECT_EQ(world.WhyNot("over", "o/v"), "LIMIT_REACHED");
  EXPECT_EQ(world.WhyNot("next", "o/v"), "");
}

TEST(LimitReached, LeavesRestDaysAlone) {
  const TextWorld world = Ternois(R"(
    offer o       visit  of lien  serves anvin  holidays open
    volunteer v   lien  at anvin  rests tue
    need  monday  visit  at anvin  on 2027-02-01 22:00-23:56
    need  late    visit  at anvin  on 2027-02-01 22:00-23:57
    need  tuesday visit  at anvin  on 2027-02-02 10:00-11:00
  )");
  EXPECT_EQ(world.WhyNot("monday", "o/v"), "") << "home at midnight";
  EXPECT_EQ(world.WhyNot("late", "o/v"), "LIMIT_REACHED");
  EXPECT_EQ(world.WhyNot("tuesday", "o/v"), "LIMIT_REACHED");
}

TEST(NoCapacity, CountsWhatIsLentAtTheSameTime) {
  const TextWorld world = Ternois(R"(
    offer o       vehicle-loan  serves anvin  has vehicle=2
    commitment t1 o  takes vehicle  days 2027-02-01 2027-02-10
    commitment t2 o  takes vehicle  days 2027-02-08 2027-02-14
    commitment t3 o  takes vehicle  days 2027-02-11 2027-02-20
    need  both    vehicle-loan  at anvin  on 2027-02-09 09:00-10:00
    need  one     vehicle-loan  at anvin  on 2027-02-02 09:00-10:00  on 2027-02-07 09:00-10:00
    need  across  vehicle-loan  at anvin  on 2027-02-02 09:00-10:00  on 2027-02-22 09:00-10:00
    need  edge    vehicle-loan  at anvin  on 2027-02-15 00:00-01:00
    need  held    vehicle-loan  at anvin  on 2027-02-09 09:00-10:00  task t1
    need  today   vehicle-loan  at anvin
  )");
  EXPECT_EQ(world.WhyNot("both", "o"), "NO_CAPACITY");
  EXPECT_EQ(world.WhyNot("one", "o"), "") << "the second one is out from the 8th";
  EXPECT_EQ(world.WhyNot("across", "o"), "NO_CAPACITY");
  EXPECT_EQ(world.WhyNot("edge", "o"), "") << "back at midnight";
  EXPECT_EQ(world.WhyNot("held", "o"), "") << "its own does not count";
  EXPECT_EQ(world.WhyNot("today", "o"), "");
}

TEST(NoCapacity, TakesOffWhatWasLeftOnlyWhatWasAgreedOnSince) {
  const TextWorld world = Ternois(R"(
    offer known   vehicle-loan  serves anvin  left vehicle=1  as-of 2027-01-20 12:00
    offer since   vehicle-loan  serves anvin  left vehicle=1  as-of 2027-01-20 11:59
    offer other   vehicle-loan  serves anvin  left vehicle=1
    commitment t1 known  takes vehicle  days 2027-02-01 2027-02-10  made 2027-01-20 12:00
    commitment t2 since  takes vehicle  days 2027-02-01 2027-02-10  made 2027-01-20 12:00
    commitment t3 other  takes place    days 2027-02-01 2027-02-10  made 2027-01-20 12:00
    need  n1      vehicle-loan  at anvin  on 2027-02-02 09:00-10:00
  )");
  EXPECT_EQ(world.WhyNot("n1", "known"), "");
  EXPECT_EQ(world.WhyNot("n1", "since"), "NO_CAPACITY");
  EXPECT_EQ(world.WhyNot("n1", "other"), "") << "it takes something else";
}

TEST(NoCapacity, CountsTheHoursOfTheWeek) {
  const TextWorld world = Ternois(R"(
    offer o       self-repair  serves anvin  has bay-hour=5
    commitment t1 o  takes bay-hour  on 2027-02-01 09:00-12:00
    commitment t2 o  takes bay-hour  on 2027-02-08 09:00-14:00
    need  fits    self-repair  at anvin  on 2027-02-03 09:00-11:00
    need  over    self-repair  at anvin  on 2027-02-03 09:00-11:01
    need  full    self-repair  at anvin  on 2027-02-09 09:00-09:01
    need  two     self-repair  at anvin  on 2027-02-03 09:00-11:00  on 2027-02-09 09:00-09:01
    need  today   self-repair  at anvin
  )");
  EXPECT_EQ(world.WhyNot("fits", "o"), "");
  EXPECT_EQ(world.WhyNot("over", "o"), "NO_CAPACITY");
  EXPECT_EQ(world.WhyNot("full", "o"), "NO_CAPACITY");
  EXPECT_EQ(world.WhyNot("two", "o"), "NO_CAPACITY");
  EXPECT_EQ(world.WhyNot("today", "o"), "");
}

}  // namespace
}  // namespace entraide::matcher
