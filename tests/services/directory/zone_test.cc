// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/domain/zone.h"

#include <gmock/gmock.h>

#include "tests/services/directory/builders.h"

namespace entraide::directory {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> WrongIn(const Zone& zone) {
  Violations found;
  Check(zone, "zone", found);
  return Told(found);
}

TEST(Zone, MixesLevels) {
  EXPECT_THAT(WrongIn(Zone{{.level = Area::Level::kCommune, .code = "62361"},
                           {.level = Area::Level::kEpci, .code = "200069672"},
                           {.level = Area::Level::kDepartement, .code = "2A"},
                           {.level = Area::Level::kFrance},
                           {.level = Area::Level::kRadius, .code = "62361", .radius_km = 12}}),
              IsEmpty());
}

TEST(Zone, NeedsAPiece) { EXPECT_THAT(WrongIn(Zone{}), ElementsAre("zone REQUIRED")); }

TEST(Zone, NamesEachWrongPieceByItsPath) {
  EXPECT_THAT(WrongIn(Zone{{.level = Area::Level::kCommune, .code = "Frévent"},
                           {},
                           {.level = Area::Level::kEpci, .code = "62361"},
                           {.level = Area::Level::kRadius, .code = "62361", .radius_km = 201}}),
              ElementsAre("zone[0].commune MALFORMED", "zone[1] REQUIRED", "zone[2].epci MALFORMED",
                          "zone[3].radius.radius_km OUT_OF_RANGE"));
}

}  // namespace
}  // namespace entraide::directory
