// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/domain/commune.h"

#include <gmock/gmock.h>

#include <limits>

#include "services/directory/domain/commune_query.h"
#include "tests/services/directory/builders.h"

namespace entraide::directory {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Commune, IsFineWithoutEpci) {
  Commune commune = ACommune("2A004", "Ajaccio");
  commune.epci_siren.clear();
  EXPECT_THAT(WrongIn(commune), IsEmpty());
}

TEST(Commune, TellsAllThatIsWrongAtOnce) {
  Commune commune = ACommune("6236", std::string(101, 'x'));
  commune.postcodes = {"62 270"};
  commune.latitude_deg = std::numeric_limits<double>::quiet_NaN();
  commune.population = -1;
  EXPECT_THAT(WrongIn(commune),
              ElementsAre("insee_code MALFORMED", "postcodes MALFORMED", "display_name TOO_LONG",
                          "population OUT_OF_RANGE", "latitude_deg OUT_OF_RANGE"));
}

TEST(Commune, NeedsACodeANameAPostcodeAndADepartement) {
  EXPECT_THAT(WrongIn(Commune{}), ElementsAre("insee_code REQUIRED", "postcodes REQUIRED",
                                              "departement REQUIRED", "display_name REQUIRED"));
}

TEST(ParseCommuneQuery, TellsAPostcodeFromAName) {
  EXPECT_EQ(ParseCommuneQuery("62270").code, "62270");
  EXPECT_EQ(ParseCommuneQuery("62270").name, "");
  EXPECT_EQ(ParseCommuneQuery("Saint-Pol").name, "Saint-Pol");
  EXPECT_EQ(ParseCommuneQuery("Saint-Pol").code, "");
}

TEST(ParseCommuneQuery, TakesBothInAnyOrder) {
  const CommuneQuery query = ParseCommuneQuery("Ligny sur Canche (62270)");
  EXPECT_EQ(query.name, "Ligny sur Canche");
  EXPECT_EQ(query.code, "62270");
}

TEST(ParseCommuneQuery, KnowsCorsicanCodes) { EXPECT_EQ(ParseCommuneQuery("2a004").code, "2A004"); }

}  // namespace
}  // namespace entraide::directory
