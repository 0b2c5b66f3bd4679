// SPDX-License-Identifier: EUPL-1.2
#include "clients/cli/communes_csv.h"

#include <gmock/gmock.h>

#include <string>

#include "tests/support/status_matchers.h"

namespace entraide::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr char kHeading[] =
    "insee_code,name,postcodes,departement,epci_siren,epci_name,population,latitude_deg,"
    "longitude_deg,area_km2\n";

std::string File(const std::string& lines) { return kHeading + lines; }

TEST(ParseCommunes, ReadsALineWithItsNumber) {
  const auto rows =
      ParseCommunes(File("62361,Frévent,62270,62,200069672,CC du Ternois,3500,50.27,2.28,15.9\n"));
  ASSERT_THAT(rows, IsOk());
  ASSERT_EQ(rows->size(), 1U);
  EXPECT_EQ((*rows)[0].line(), 2);
  EXPECT_EQ((*rows)[0].commune().display_name(), "Frévent");
  EXPECT_EQ((*rows)[0].commune().population(), 3500);
}

TEST(ParseCommunes, TakesSeveralPostcodesAndWindowsLines) {
  const auto rows = ParseCommunes(
      File("62361,Frévent,62270 62271,62,200069672,CC du Ternois,3500,50.27,2.28,\r\n"));
  ASSERT_THAT(rows, IsOk());
  EXPECT_THAT((*rows)[0].commune().postcodes(), ElementsAre("62270", "62271"));
}

TEST(ParseCommunes, NamesEveryBrokenLineAndGivesNone) {
  const auto rows =
      ParseCommunes(File("6236,Frévent,62270,62,,,3500,50.27,2.28,\n"
                         "62361,Frévent,62270,62,,,beaucoup,50.27,2.28,\n"
                         "62047,Aubrometz,62390,62,,,141,50.3,2.17,2.7\n"));
  ASSERT_THAT(rows, Not(IsOk()));
  EXPECT_THAT(std::string(rows.status().message()), HasSubstr("ligne 2 : insee_code"));
  EXPECT_THAT(std::string(rows.status().message()), HasSubstr("ligne 3 : population"));
}

TEST(ParseCommunes, RefusesAnotherHeadingAndAnEmptyFile) {
  EXPECT_THAT(ParseCommunes("code;nom\n"), Not(IsOk()));
  EXPECT_THAT(ParseCommunes(kHeading), Not(IsOk()));
}

TEST(ParseCommunes, RefusesBytesThatAreNoText) {
  const auto rows = ParseCommunes(File("62361,Fr\xE9vent,62270,62,,,3500,50.27,2.28,\n"));
  EXPECT_THAT(std::string(rows.status().message()), HasSubstr("ligne 2"));
}

TEST(ParseCsvLine, ReadsQuotesAndCommasInsideThem) {
  const auto cells = ParseCsvLine("a,\"b, \"\"c\"\"\",");
  ASSERT_THAT(cells, IsOk());
  EXPECT_THAT(*cells, ElementsAre("a", "b, \"c\"", ""));
}

TEST(ParseCsvLine, RefusesAnOpenQuote) { EXPECT_THAT(ParseCsvLine("\"a"), Not(IsOk())); }

}  // namespace
}  // namespace entraide::cli
