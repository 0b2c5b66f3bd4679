// SPDX-License-Identifier: EUPL-1.2
#include "clients/cli/travel_times_csv.h"

#include <gmock/gmock.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "tests/support/status_matchers.h"

namespace entraide::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> Read(const std::string& text,
                              Directions directions = Directions::kAsTold) {
  const auto rows = ParseTravelTimes(text, directions);
  EXPECT_THAT(rows, IsOk());
  std::vector<std::string> told;
  for (const directory::v1::TravelTimeRow& row : *rows) {
    const directory::v1::TravelTime& time = row.travel_time();
    told.push_back(absl::StrCat(row.line(), ": ", time.from(), ">", time.to(), " ", time.minutes(),
                                " min ", time.kilometers(), " km"));
  }
  return told;
}

std::string Complaint(const std::string& text) {
  const auto rows = ParseTravelTimes(text, Directions::kAsTold);
  EXPECT_THAT(rows, Not(IsOk())) << text;
  return std::string(rows.status().message());
}

TEST(ParseTravelTimes, ReadsLinesWithTheirNumbers) {
  EXPECT_THAT(Read("from,to,minutes\n62361,62050,25.5\n\n62050,62361,26\r\n"),
              ElementsAre("2: 62361>62050 25.5 min 0 km", "4: 62050>62361 26 min 0 km"));
}

TEST(ParseTravelTimes, ReadsLengthsWhereTheyAreGiven) {
  EXPECT_THAT(Read("from,to,minutes,kilometres\n62361,62050,25,24.5\n62050,62361,26,\n"),
              ElementsAre("2: 62361>62050 25 min 24.5 km", "3: 62050>62361 26 min 0 km"));
}

TEST(ParseTravelTimes, TakesEachLineForItsWayBackToo) {
  EXPECT_THAT(Read("from,to,minutes\n62361,62050,25\n", Directions::kBothWays),
              ElementsAre("2: 62361>62050 25 min 0 km", "2: 62050>62361 25 min 0 km"));
}

TEST(ParseTravelTimes, TakesAHeadingAlone) { EXPECT_THAT(Read("from,to,minutes\n"), IsEmpty()); }

TEST(ParseTravelTimes, NamesEveryBrokenLine) {
  const std::string complaint = Complaint(
      "from,to,minutes,kilometres\n6236,62050,25,\n62361,Auchy,25,\n62361,62050,-1,\n"
      "62361,62050,nan,\n62361,62050,0,\n62361,62050,601,\n62361,62050,25,loin\n62361,62050,25\n");
  EXPECT_THAT(complaint, HasSubstr("ligne 2 : from"));
  EXPECT_THAT(complaint, HasSubstr("ligne 3 : to"));
  for (const int line : {4, 5, 6, 7}) {
    EXPECT_THAT(complaint, HasSubstr(absl::StrCat("ligne ", line, " : minutes")));
  }
  EXPECT_THAT(complaint, HasSubstr("ligne 8 : kilometres"));
  EXPECT_THAT(complaint, HasSubstr("ligne 9 : 3 colonnes au lieu de 4"));
}

TEST(ParseTravelTimes, SaysWhichHeadingItWants) {
  EXPECT_THAT(Complaint("from;to;minutes\n"), HasSubstr("from,to,minutes,kilometres"));
}

}  // namespace
}  // namespace entraide::cli
