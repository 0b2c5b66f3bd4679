// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/domain/travel_time.h"

#include <gmock/gmock.h>

#include "tests/services/directory/builders.h"

namespace entraide::directory {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TravelTime ATravelTime() { return {.from = "62361", .to = "2A004", .seconds = 750}; }

TEST(TravelTime, LeadsFromOneCommuneToAnother) {
  EXPECT_THAT(WrongIn(ATravelTime()), IsEmpty());
  EXPECT_THAT(WrongIn(TravelTime{.from = "", .to = "6236", .seconds = 750}),
              ElementsAre("from REQUIRED", "to MALFORMED"));
  EXPECT_THAT(WrongIn(TravelTime{.from = "62361", .to = "62361", .seconds = 750}),
              ElementsAre("to MALFORMED"));
}

TEST(TravelTime, TakesATenthOfAMinuteToTenHours) {
  TravelTime time = ATravelTime();
  for (const int seconds : {6, 36'000}) {
    time.seconds = seconds;
    EXPECT_THAT(WrongIn(time), IsEmpty()) << seconds;
  }
  for (const int seconds : {-1, 0, 5, 36'001}) {
    time.seconds = seconds;
    EXPECT_THAT(WrongIn(time), ElementsAre("minutes OUT_OF_RANGE")) << seconds;
  }
}

TEST(TravelTime, MayTellItsLength) {
  TravelTime time = ATravelTime();
  time.meters = 2'000'000;
  EXPECT_THAT(WrongIn(time), IsEmpty());
  for (const int meters : {-1, 2'000'001}) {
    time.meters = meters;
    EXPECT_THAT(WrongIn(time), ElementsAre("kilometers OUT_OF_RANGE")) << meters;
  }
}

}  // namespace
}  // namespace entraide::directory
