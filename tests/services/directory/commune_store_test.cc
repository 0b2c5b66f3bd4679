// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/store/commune_store.h"

#include <gmock/gmock.h>

#include "services/directory/store/place_store.h"
#include "tests/services/directory/store_testing.h"

namespace entraide::directory {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class CommuneStoreTest : public StoreTest {
 protected:
  void SetUp() override {
    Commune saint_pol = ACommune("62767", "Saint-Pol-sur-Ternoise");
    saint_pol.postcodes = {"62130"};
    saint_pol.population = 4677;
    Commune oeuf = ACommune("62633", "Œuf-en-Ternois");
    oeuf.postcodes = {"62130"};
    oeuf.former_codes = {"62999"};
    Commune auchy = ACommune("62050", "Auchy-lès-Hesdin");
    auchy.postcodes = {"62770"};
    auchy.epci_siren = "200044030";
    Have({ACommune(), saint_pol, oeuf, auchy});
  }

  std::vector<std::string> Search(const std::string& text) {
    auto codes = SearchCommuneCodes(tx_, ParseCommuneQuery(text), 10);
    EXPECT_THAT(codes, IsOk());
    return codes.ok() ? *codes : std::vector<std::string>();
  }
};

TEST_F(CommuneStoreTest, FindsByTheBeginningOfTheNameWithoutAccents) {
  EXPECT_THAT(Search("Frev"), ElementsAre("62361"));
  EXPECT_THAT(Search("œuf"), ElementsAre("62633"));
  EXPECT_THAT(Search("oeuf en"), ElementsAre("62633"));
}

TEST_F(CommuneStoreTest, TakesStForSaint) {
  EXPECT_THAT(Search("St Pol"), ElementsAre("62767"));
  EXPECT_THAT(Search("st-pol s/ ternoise"), ElementsAre("62767"));
}

TEST_F(CommuneStoreTest, ForgivesTypingErrors) {
  EXPECT_THAT(Search("saint paul sur ternoise"), ElementsAre("62767"));
  EXPECT_THAT(Search("frevant"), ElementsAre("62361"));
}

TEST_F(CommuneStoreTest, FindsByAWordInTheName) {
  EXPECT_THAT(Search("hesdin"), ElementsAre("62050"));
}

TEST_F(CommuneStoreTest, GivesAllCommunesOfAPostcodeTheLargestFirst) {
  EXPECT_THAT(Search("62130"), ElementsAre("62767", "62633"));
}

TEST_F(CommuneStoreTest, NarrowsAPostcodeByAName) {
  EXPECT_THAT(Search("62130 oeuf"), ElementsAre("62633"));
}

TEST_F(CommuneStoreTest, FindsByInseeCodeOfTodayAndBefore) {
  EXPECT_THAT(Search("62050"), ElementsAre("62050"));
  EXPECT_THAT(Search("62999"), ElementsAre("62633"));
}

TEST_F(CommuneStoreTest, FindsNothingForWhatNobodyKnows) {
  EXPECT_THAT(Search("zzzzz"), IsEmpty());
  EXPECT_THAT(Search("99999"), IsEmpty());
  EXPECT_THAT(Search("%%"), IsEmpty());
  EXPECT_THAT(Search("東京"), IsEmpty());
}

TEST_F(CommuneStoreTest, ResolvesFormerCodes) {
  EXPECT_EQ(**CurrentCode(tx_, "62999"), "62633");
  EXPECT_EQ(**CurrentCode(tx_, "62361"), "62361");
  EXPECT_EQ(*CurrentCode(tx_, "01001"), std::nullopt);
}

TEST_F(CommuneStoreTest, ReadsWhatWasWrittenInTheOrderAsked) {
  const auto read = ReadCommunes(tx_, {"62633", "01001", "62361"});
  ASSERT_THAT(read, IsOk());
  ASSERT_EQ(read->size(), 2);
  EXPECT_THAT((*read)[0].former_codes, ElementsAre("62999"));
  EXPECT_EQ((*read)[1].display_name, "Frévent");
  EXPECT_EQ((*read)[1].epci_siren, "200069672");
  EXPECT_DOUBLE_EQ((*read)[1].latitude_deg, 50.2755);
}

TEST_F(CommuneStoreTest, TellsNewCommunesFromChangedOnesFromTheSame) {
  Commune grown = ACommune();
  grown.population += 1;
  const auto written =
      WriteCommunes(tx_, {grown, ACommune("62036", "Anvin"), ACommune("62036", "Anvin")});
  ASSERT_THAT(written, IsOk());
  EXPECT_THAT(written->created, ElementsAre("62036"));
  EXPECT_THAT(written->changed, ElementsAre("62361"));
}

TEST_F(CommuneStoreTest, ListsOneEpciByCodeFromWhereThePageBeforeEnded) {
  EXPECT_THAT(*ListCommuneCodes(tx_, "200069672", "", 2), ElementsAre("62361", "62633"));
  EXPECT_THAT(*ListCommuneCodes(tx_, "200069672", "62633", 2), ElementsAre("62767"));
}

TEST_F(CommuneStoreTest, SaysWhichPlacesOfAZoneAreUnknown) {
  Violations found;
  const Zone zone = {ACommuneArea(),
                     ACommuneArea("99999"),
                     {.level = Area::Level::kEpci, .code = "200044030"},
                     {.level = Area::Level::kEpci, .code = "999999999"},
                     {.level = Area::Level::kDepartement, .code = "75"},
                     {.level = Area::Level::kFrance},
                     {.level = Area::Level::kRadius, .code = "62998", .radius_km = 5},
                     ACommuneArea("62999")};
  ASSERT_THAT(CheckKnown(tx_, zone, "zone", found), IsOk());
  EXPECT_THAT(Told(found),
              ElementsAre("zone[1].commune UNKNOWN_VALUE", "zone[3].epci UNKNOWN_VALUE",
                          "zone[4].departement UNKNOWN_VALUE",
                          "zone[6].radius.center_commune UNKNOWN_VALUE"));
}

}  // namespace
}  // namespace entraide::directory
