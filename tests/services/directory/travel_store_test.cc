// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/store/travel_store.h"

#include <gmock/gmock.h>

#include "absl/strings/str_cat.h"
#include "tests/services/directory/store_testing.h"

namespace entraide::directory {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

class TravelStoreTest : public StoreTest {
 protected:
  void SetUp() override {
    Have({ACommune(), ACommune("62050", "Auchy-lès-Hesdin"), ACommune("62036", "Anvin")});
  }

  std::vector<std::string> Listed() {
    const auto times = ListTravelTimes(tx_);
    EXPECT_THAT(times, IsOk());
    std::vector<std::string> told;
    for (const TravelTime& time : *times) {
      told.push_back(
          absl::StrCat(time.from, ">", time.to, " ", time.seconds, " s ", time.meters, " m"));
    }
    return told;
  }
};

TEST_F(TravelStoreTest, HasNoneAtFirst) { EXPECT_THAT(Listed(), IsEmpty()); }

TEST_F(TravelStoreTest, ReadsWhatWasWrittenInOrder) {
  const auto replaced =
      ReplaceTravelTimes(tx_, {{.from = "62361", .to = "62050", .seconds = 1'500, .meters = 24'500},
                               {.from = "62050", .to = "62361", .seconds = 1'560}});
  ASSERT_THAT(replaced, IsOk());
  EXPECT_EQ(*replaced, 0);
  EXPECT_THAT(Listed(), ElementsAre("62050>62361 1560 s 0 m", "62361>62050 1500 s 24500 m"));
}

TEST_F(TravelStoreTest, PutsAnImportInPlaceOfAllThatWasThere) {
  ASSERT_THAT(ReplaceTravelTimes(tx_, {{.from = "62361", .to = "62050", .seconds = 1'500},
                                       {.from = "62050", .to = "62361", .seconds = 1'500}}),
              IsOk());
  const auto replaced =
      ReplaceTravelTimes(tx_, {{.from = "62036", .to = "62361", .seconds = 1'200}});
  ASSERT_THAT(replaced, IsOk());
  EXPECT_EQ(*replaced, 2);
  EXPECT_THAT(Listed(), ElementsAre("62036>62361 1200 s 0 m"));
}

TEST_F(TravelStoreTest, WritesMoreThanOneStatementHolds) {
  std::vector<Commune> communes;
  std::vector<TravelTime> times;
  for (int i = 10'000; i < 10'150; ++i) communes.push_back(ACommune(absl::StrCat(i), "Partout"));
  for (const Commune& from : communes) {
    for (const Commune& to : communes) {
      if (from.insee_code == to.insee_code) continue;
      times.push_back({.from = from.insee_code, .to = to.insee_code, .seconds = 600});
    }
  }
  Have(communes);
  ASSERT_THAT(ReplaceTravelTimes(tx_, times), IsOk());
  EXPECT_EQ(Listed().size(), 150U * 149U);
}

TEST_F(TravelStoreTest, LetsNoTwoImportsMix) {
  ASSERT_THAT(tx_.Commit(), IsOk());
  pg::Transaction first = Begin();
  ASSERT_THAT(ReplaceTravelTimes(first, {}), IsOk());
  auto second = pg::Transaction::Begin(*pool_, absl::Now() + absl::Milliseconds(300));
  ASSERT_THAT(second, IsOk());
  EXPECT_THAT(ReplaceTravelTimes(*second, {}), Not(IsOk())) << "it waits for the first";
}

}  // namespace
}  // namespace entraide::directory
