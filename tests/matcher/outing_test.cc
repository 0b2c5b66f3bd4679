// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/outing.h"

#include <gmock/gmock.h>

#include "tests/matcher/ternois.h"

namespace entraide::matcher {
namespace {

using ::testing::SizeIs;

TextWorld Rides() {
  return Ternois(R"(
    offer o        volunteer-ride
    need  one-way  volunteer-ride  at anvin  to hesdin  on 2027-02-01 09:00-10:00
    need  return   volunteer-ride  at anvin  to hesdin  on 2027-02-01 09:00-10:00  on 2027-02-01 15:00-16:00
    need  waited   volunteer-ride  at anvin  to hesdin  on 2027-02-01 15:00-16:00  on 2027-02-01 09:00-10:00  driver waits
    need  at-once  volunteer-ride  at anvin  to hesdin  on 2027-02-01 09:00-10:00  on 2027-02-01 10:30-11:30
    need  any-date volunteer-ride  at anvin  to hesdin
    need  help     visit           at anvin  to hesdin  on 2027-02-01 09:00-10:00
  )");
}

std::vector<Outing> From(const TextWorld& text, const std::string& home, const std::string& need) {
  return OutingsOf(text.world(), text.TrialOf(need, "o").need, text.CommuneNamed(home));
}

absl::Duration Way(const TextWorld& text, const std::string& from, const std::string& to) {
  return text.world().RouteBetween(text.CommuneNamed(from), text.CommuneNamed(to)).duration;
}

double Meters(const TextWorld& text, const std::string& from, const std::string& to) {
  return text.world().RouteBetween(text.CommuneNamed(from), text.CommuneNamed(to)).distance_meters;
}

TEST(Outings, GoFromHomeToHome) {
  const TextWorld text = Rides();
  const std::vector<Outing> outings = From(text, "auchy", "one-way");
  ASSERT_THAT(outings, SizeIs(1));
  const absl::Duration there = Way(text, "auchy", "anvin");
  const absl::Duration home = Way(text, "hesdin", "auchy");
  EXPECT_EQ(outings[0].away->start, At("2027-02-01 09:00") - there);
  EXPECT_EQ(outings[0].away->end, At("2027-02-01 10:00") + home);
  EXPECT_EQ(outings[0].empty, there + home);
  EXPECT_DOUBLE_EQ(outings[0].meters, Meters(text, "auchy", "anvin") +
                                          Meters(text, "anvin", "hesdin") +
                                          Meters(text, "hesdin", "auchy"));
}

TEST(Outings, AreTwoWhenTheDriverGoesHomeInBetween) {
  const TextWorld text = Rides();
  const std::vector<Outing> outings = From(text, "auchy", "return");
  ASSERT_THAT(outings, SizeIs(2));
  EXPECT_EQ(outings[1].away->start, At("2027-02-01 15:00") - Way(text, "auchy", "hesdin"));
  EXPECT_EQ(outings[1].away->end, At("2027-02-01 16:00") + Way(text, "anvin", "auchy"));
}

TEST(Outings, AreOneWhenTheDriverWaits) {
  const TextWorld text = Rides();
  const std::vector<Outing> outings = From(text, "auchy", "waited");
  ASSERT_THAT(outings, SizeIs(1));
  EXPECT_EQ(outings[0].waiting, absl::Hours(5));
  EXPECT_EQ(outings[0].away->start, At("2027-02-01 09:00") - Way(text, "auchy", "anvin"));
  EXPECT_EQ(outings[0].away->end, At("2027-02-01 16:00") + Way(text, "anvin", "auchy"));
  EXPECT_EQ(outings[0].empty, Way(text, "auchy", "anvin") + Way(text, "anvin", "auchy"));
  EXPECT_DOUBLE_EQ(outings[0].meters, Meters(text, "auchy", "anvin") +
                                          2 * Meters(text, "anvin", "hesdin") +
                                          Meters(text, "anvin", "auchy"));
}

TEST(Outings, AreOneWhenNobodyGetsHomeAndBackInBetween) {
  const TextWorld text = Rides();
  EXPECT_THAT(From(text, "frevent", "at-once"), SizeIs(1)) << "half an hour is too short";
  EXPECT_THAT(From(text, "hesdin", "at-once"), SizeIs(2)) << "home is where the person is";
}

TEST(Outings, HaveNoTimeWhenAnyDateWillDo) {
  const TextWorld text = Rides();
  const std::vector<Outing> outings = From(text, "auchy", "any-date");
  ASSERT_THAT(outings, SizeIs(1));
  EXPECT_FALSE(outings[0].away.has_value());
}

TEST(Outings, ToHelpSomebodyStayInTheirCommune) {
  const TextWorld text = Rides();
  const std::vector<Outing> outings = From(text, "auchy", "help");
  ASSERT_THAT(outings, SizeIs(1));
  EXPECT_DOUBLE_EQ(outings[0].meters, 2 * Meters(text, "auchy", "anvin"));
}

}  // namespace
}  // namespace entraide::matcher
