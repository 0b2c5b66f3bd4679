// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/pooling.h"

#include <gmock/gmock.h>

#include "tests/matcher/ternois.h"

namespace entraide::matcher {
namespace {

// By road from Anvin: Saint-Pol 14 min, Hesdin 27.4 min; from Auchy to Hesdin 8.5 min.
TextWorld Rides() {
  return Ternois(R"(
    offer o         volunteer-ride  of lien  serves everywhere
    volunteer v     lien  at anvin  radius 30  car 3
    volunteer small lien  at anvin  radius 30  car 2
    commitment t1 o  of v      from anvin  to hesdin  on 2027-02-01 09:00-09:40  shares 2
    commitment t2 o  of small  from anvin  to hesdin  on 2027-02-01 09:00-09:40  shares 2
    commitment t3 o  of v      from anvin  to hesdin  on 2027-02-02 09:00-09:40
    need  same      volunteer-ride  at anvin  to hesdin     on 2027-02-01 09:00-09:40  sharing ok
    need  alone     volunteer-ride  at anvin  to hesdin     on 2027-02-01 09:00-09:40
    need  two-ways  volunteer-ride  at anvin  to hesdin     on 2027-02-01 09:00-09:40  on 2027-02-01 15:00-15:40  sharing ok
    need  tuesday   volunteer-ride  at anvin  to hesdin     on 2027-02-02 09:00-09:40  sharing ok
    need  on-road   volunteer-ride  at auchy  to hesdin     on 2027-02-01 09:15-09:40  sharing ok
    need  late      volunteer-ride  at auchy  to hesdin     on 2027-02-01 09:32-09:50  sharing ok
    need  other     volunteer-ride  at anvin  to saint-pol  on 2027-02-01 09:00-09:40  sharing ok
  )");
}

TEST(Pooling, IsForThoseWhoShareAndFit) {
  const TextWorld world = Rides();
  EXPECT_EQ(world.WhyNot("same", "o/v"), "");
  EXPECT_EQ(world.WhyNot("same", "o/small"), "BUSY") << "three people, two seats";
  EXPECT_EQ(world.WhyNot("alone", "o/v"), "BUSY");
  EXPECT_EQ(world.WhyNot("two-ways", "o/v"), "BUSY");
  EXPECT_EQ(world.WhyNot("tuesday", "o/v"), "BUSY") << "the other one rides alone";
}

TEST(Pooling, KeepsWindowsAndMakesNoRideMuchLonger) {
  const TextWorld world = Rides();
  EXPECT_EQ(world.WhyNot("on-road", "o/v"), "") << "19 and 8.5 minutes are no detour from 27.4";
  EXPECT_EQ(world.WhyNot("late", "o/v"), "BUSY") << "the first one arrives after 09:40";
  EXPECT_EQ(world.WhyNot("other", "o/v"), "BUSY") << "the other way";
}

TEST(Pooling, CountsTheShareOfTheWayDrivenTogether) {
  const TextWorld direct = Ternois(R"(
    offer direct    volunteer-ride  of lien  serves everywhere  dispatch direct
    volunteer v     lien  at anvin  radius 30  car 3
    volunteer w     lien  at anvin  radius 30  car 3
    commitment t1 direct  of v  from auchy  to hesdin  on 2027-02-01 09:15-09:40  shares 1
    commitment t2 direct  of v  from anvin  to hesdin  on 2027-02-02 09:00-09:40  shares 1
    need  same      volunteer-ride  at anvin  to hesdin  on 2027-02-02 09:00-09:40  sharing ok
    need  longer    volunteer-ride  at anvin  to hesdin  on 2027-02-01 09:00-09:40  sharing ok
  )");
  EXPECT_EQ(direct.TermOf("same", "direct/v", "pooling"), 10'000);
  EXPECT_EQ(direct.TermOf("same", "direct/w", "pooling"), 0);
  // 7,073 m of 22,850 m.
  EXPECT_NEAR(direct.TermOf("longer", "direct/v", "pooling"), 3095, 5);
}

}  // namespace
}  // namespace entraide::matcher
