// SPDX-License-Identifier: EUPL-1.2
#include "services/volunteers/domain/checks.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/services/volunteers/a_mission.h"

namespace entraide::volunteers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "field REASON" of each violation.
std::vector<std::string> WrongWith(const Mission& mission) {
  Violations found;
  CheckMission(mission, kNow, found);
  std::vector<std::string> told;
  for (const Violation& each : found.found()) {
    told.push_back(absl::StrCat(each.field, " ", each.reason));
  }
  return told;
}

TEST(CheckMission, LetsADraftWithNothingButATitlePass) {
  EXPECT_THAT(WrongWith({.title = "Tri des dons"}), IsEmpty());
  EXPECT_THAT(WrongWith(AMission()), IsEmpty());
}

TEST(CheckMission, TellsAllThatIsWrong) {
  Mission mission = AMission();
  mission.title = "ab";
  mission.description = std::string(10'001, 'x');
  mission.commune = "Frévent";
  mission.places = 1001;
  mission.requirements = {"own-car", "Permis B"};
  EXPECT_THAT(WrongWith(mission),
              ElementsAre("mission.title TOO_SHORT", "mission.description TOO_LONG",
                          "mission.commune MALFORMED", "mission.places OUT_OF_RANGE",
                          "mission.requirements[1] MALFORMED"));
}

TEST(CheckMission, WantsATitleOfMoreThanBlanks) {
  EXPECT_THAT(WrongWith({.title = "    "}), ElementsAre("mission.title REQUIRED"));
}

TEST(CheckMission, CountsCharactersAndNotBytes) {
  EXPECT_THAT(WrongWith({.title = std::string("é") + "é"}), ElementsAre("mission.title TOO_SHORT"));
}

TEST(CheckMission, WantsShiftsAheadInOrderAndOfADayAtMost) {
  const auto hours = [](int from, int to) {
    return Shift{.start = kNow + absl::Hours(from), .end = kNow + absl::Hours(to)};
  };
  Mission mission = AMission();
  mission.shifts = {hours(0, 4), hours(4, 4), hours(5, 29), hours(5, 30), hours(18'000, 18'001)};
  EXPECT_THAT(WrongWith(mission), ElementsAre("mission.shifts[0].start_time IN_PAST",
                                              "mission.shifts[1].end_time OUT_OF_RANGE",
                                              "mission.shifts[3].end_time OUT_OF_RANGE",
                                              "mission.shifts[4].start_time OUT_OF_RANGE"));
}

TEST(CheckMission, BoundsItsLists) {
  Mission mission = AMission();
  mission.shifts.assign(51, mission.shifts.front());
  mission.requirements.assign(21, "own-car");
  EXPECT_THAT(WrongWith(mission),
              ElementsAre("mission.shifts TOO_LONG", "mission.requirements TOO_LONG"));
}

TEST(CheckReason, WantsAFewWords) {
  Violations found;
  CheckReason("salle fermée", found);
  EXPECT_EQ(found.found().size(), 0U);
  CheckReason("", found);
  CheckReason(std::string(501, 'x'), found);
  ASSERT_EQ(found.found().size(), 2U);
  EXPECT_EQ(found.found()[0].reason, "REQUIRED");
  EXPECT_EQ(found.found()[1].reason, "TOO_LONG");
}

}  // namespace
}  // namespace entraide::volunteers
