// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/format.h"

#include <gmock/gmock.h>

#include "clients/cpp/fold.h"
#include "clients/web/communes.h"
#include "clients/web/voronoi.h"

namespace entraide::web {
namespace {

using testing::Each;
using testing::Field;
using testing::SizeIs;

TEST(FormatMoment, IsInWordsAndInParis) {
  EXPECT_EQ(FormatMoment(absl::FromUnixSeconds(1795510800)), "mardi 24 novembre 2026 à 10\u00a0h");
}

TEST(FormatDay, CallsTheFirstOfAMonthByItsName) {
  EXPECT_EQ(FormatDay(absl::CivilDay(2026, 12, 1)), "mardi 1er décembre 2026");
}

TEST(FormatMinutes, TellsHoursFromAnHourOn) {
  EXPECT_EQ(FormatMinutes(59), "59\u00a0min");
  EXPECT_EQ(FormatMinutes(60), "1\u00a0h");
  EXPECT_EQ(FormatMinutes(95), "1\u00a0h\u00a035");
}

TEST(FormatEuros, ShowsCentsOnlyWhenThereAreSome) {
  EXPECT_EQ(FormatEuros(3500), "35\u00a0€");
  EXPECT_EQ(FormatEuros(40), "0,40\u00a0€");
}

TEST(FormatCount, GroupsByThree) {
  EXPECT_EQ(FormatCount(36913), "36\u202f913");
  EXPECT_EQ(FormatCount(999), "999");
}

TEST(FormatPhone, SpacesFrenchNumbersAsPeopleReadThem) {
  EXPECT_EQ(FormatPhone("+33353010077"), "03\u00a053\u00a001\u00a000\u00a077");
  EXPECT_EQ(FormatPhone("+3212345678"), "+3212345678");
}

TEST(FormatTrackingCode, GroupsWhatIsSaidOnThePhone) {
  EXPECT_EQ(FormatTrackingCode("R7K2M9QX4TB3W5"), "R-7K2M-9QX4-TB3W-5");
  EXPECT_EQ(FormatTrackingCode("R-7K2M-9QX4-TB3W-5"), "R-7K2M-9QX4-TB3W-5");
}

TEST(ParseDay, TakesWhatPeopleType) {
  for (const char* typed : {"2026-11-24", "24/11/2026", "24.11.2026", "24 11 2026"}) {
    EXPECT_EQ(ParseDay(typed), absl::CivilDay(2026, 11, 24)) << typed;
  }
}

TEST(ParseDay, RefusesADayThatDoesNotExist) {
  for (const char* typed : {"31/02/2026", "24/11", "demain", "24/11/26", "2026-13-01", ""}) {
    EXPECT_FALSE(ParseDay(typed).has_value()) << typed;
  }
}

TEST(ParseHour, TakesWhatPeopleType) {
  for (const char* typed : {"09:30", "9h30", "9 h 30", "9H30"}) {
    EXPECT_EQ(ParseHour(typed), 570) << typed;
  }
  EXPECT_EQ(ParseHour("9 h"), 540);
}

TEST(ParseHour, RefusesAnHourThatDoesNotExist) {
  for (const char* typed : {"24:00", "9:75", "midi", "-1:00", ""}) {
    EXPECT_FALSE(ParseHour(typed).has_value()) << typed;
  }
}

TEST(Fold, ComparesNamesAsPeopleDo) {
  EXPECT_EQ(clients::Fold("St-Pol s/ Ternoise"), clients::Fold("SAINT POL S TERNOISE"));
  EXPECT_EQ(clients::Fold("Frévent"), "frevent");
  EXPECT_EQ(clients::Fold("Œuf-en-Ternois"), "oeuf en ternois");
}

directory::v1::Commune ACommune(const std::string& code, const std::string& name) {
  directory::v1::Commune commune;
  commune.set_insee_code(code);
  commune.set_display_name(name);
  commune.add_postcodes("62270");
  return commune;
}

TEST(ChooseAmong, TakesTheCommuneOfThatName) {
  const auto chosen =
      ChooseAmong("frevent", {ACommune("62361", "Frévent"), ACommune("62999", "Fréventines")});
  ASSERT_TRUE(chosen.commune.has_value());
  EXPECT_EQ(chosen.commune->insee_code(), "62361");
}

TEST(ChooseAmong, AsksWhenAPostcodeHasSeveral) {
  const auto chosen =
      ChooseAmong("62270", {ACommune("62361", "Frévent"), ACommune("62166", "Bonnières")});
  EXPECT_FALSE(chosen.commune.has_value());
  EXPECT_THAT(chosen.choices, SizeIs(2));
}

TEST(ChooseAmong, AsksWhenTheNameIsOnlyClose) {
  const auto chosen = ChooseAmong("frevnt", {ACommune("62361", "Frévent")});
  EXPECT_FALSE(chosen.commune.has_value());
  EXPECT_THAT(chosen.choices, SizeIs(1));
}

TEST(VoronoiCells, MeetHalfWay) {
  const auto cells = VoronoiCells({{0, 0}, {2, 0}}, 3);
  ASSERT_THAT(cells, SizeIs(2));
  EXPECT_THAT(cells[0], Each(Field(&Point::x, testing::Le(1.0000001))));
  EXPECT_THAT(cells[1], Each(Field(&Point::x, testing::Ge(0.9999999))));
}

TEST(VoronoiCells, KeepACellForSitesAtTheSamePlace) {
  EXPECT_THAT(VoronoiCells({{1, 1}, {1, 1}}, 1)[1], SizeIs(24));
}

}  // namespace
}  // namespace entraide::web
