// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <limits>

#include "services/directory/store/travel_store.h"
#include "tests/services/directory/service_testing.h"

namespace entraide::directory {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

v1::TravelTimeRow AWay(int line, const std::string& from, const std::string& to, double minutes,
                       double kilometers = 0) {
  v1::TravelTimeRow row;
  row.set_line(line);
  row.mutable_travel_time()->set_from(from);
  row.mutable_travel_time()->set_to(to);
  row.mutable_travel_time()->set_minutes(minutes);
  row.mutable_travel_time()->set_kilometers(kilometers);
  return row;
}

class ImportTravelTimesTest : public ServiceTest {
 protected:
  void SetUp() override {
    ServiceTest::SetUp();
    ASSERT_THAT(ImportCommunes({ACommuneRow(2, "62361", "Frévent"),
                                ACommuneRow(3, "62050", "Auchy-lès-Hesdin"),
                                ACommuneRow(4, "62036", "Anvin")}),
                IsOk());
  }

  std::vector<TravelTime> Stored() {
    auto tx = pg::Transaction::Begin(*pool_, Soon());
    EXPECT_THAT(tx, IsOk());
    const auto times = ListTravelTimes(*tx);
    EXPECT_THAT(times, IsOk());
    return *times;
  }
};

TEST_F(ImportTravelTimesTest, CountsTheWaysAndThoseThatLeadOneWayOnly) {
  const auto imported =
      ImportTravelTimes({AWay(2, "62361", "62050", 25.5, 24.5), AWay(3, "62050", "62361", 26),
                         AWay(4, "62361", "62036", 20)});
  ASSERT_THAT(imported, IsOk());
  EXPECT_EQ(imported->pair_count(), 3);
  EXPECT_EQ(imported->one_way_count(), 1);
  EXPECT_EQ(imported->replaced_count(), 0);
  const std::vector<TravelTime> stored = Stored();
  ASSERT_THAT(stored, SizeIs(3));
  EXPECT_EQ(stored[2].to, "62050");
  EXPECT_EQ(stored[2].seconds, 1'530);
  EXPECT_EQ(stored[2].meters, 24'500);
}

TEST_F(ImportTravelTimesTest, TakesThePlaceOfTheImportBefore) {
  ASSERT_THAT(ImportTravelTimes({AWay(2, "62361", "62050", 25), AWay(3, "62050", "62361", 25)}),
              IsOk());
  const auto again = ImportTravelTimes({AWay(2, "62036", "62361", 20)});
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->replaced_count(), 2);
  EXPECT_THAT(Stored(), SizeIs(1));
  ASSERT_THAT(ImportTravelTimes({}), IsOk()) << "back to positions";
  EXPECT_THAT(Stored(), IsEmpty());
}

TEST_F(ImportTravelTimesTest, NamesEveryWrongLineAndTakesNothingIn) {
  ASSERT_THAT(ImportTravelTimes({AWay(2, "62036", "62361", 20)}), IsOk());
  const auto imported = ImportTravelTimes(
      {AWay(2, "62361", "62050", 25), AWay(3, "62361", "", 25), AWay(4, "62361", "62361", 3),
       AWay(5, "62050", "62361", -1), AWay(6, "62050", "62036", 600.1),
       AWay(7, "62036", "62050", std::numeric_limits<double>::quiet_NaN()),
       AWay(8, "62036", "62361", 20, 1e300), AWay(9, "62361", "62050", 26)});
  EXPECT_THAT(imported, HasReason("IMPORT_INVALID"));
  EXPECT_THAT(Refused(imported),
              ElementsAre("rows[line 3].to REQUIRED", "rows[line 4].to MALFORMED",
                          "rows[line 5].minutes OUT_OF_RANGE", "rows[line 6].minutes OUT_OF_RANGE",
                          "rows[line 7].minutes OUT_OF_RANGE",
                          "rows[line 8].kilometers OUT_OF_RANGE", "rows[line 9].to DUPLICATE"));
  EXPECT_THAT(Stored(), SizeIs(1));
}

TEST_F(ImportTravelTimesTest, NamesEveryCommuneThatNobodyKnows) {
  const auto imported =
      ImportTravelTimes({AWay(2, "62361", "62050", 25), AWay(3, "99998", "99999", 25),
                         AWay(4, "62361", "2A004", 600)});
  EXPECT_THAT(imported, HasReason("IMPORT_INVALID"));
  EXPECT_THAT(Refused(imported),
              ElementsAre("rows[line 3].from UNKNOWN_VALUE", "rows[line 3].to UNKNOWN_VALUE",
                          "rows[line 4].to UNKNOWN_VALUE"));
  EXPECT_THAT(Stored(), IsEmpty());
}

TEST_F(ImportTravelTimesTest, TakesNothingInOfAStreamThatBreaksOff) {
  ASSERT_THAT(ImportTravelTimes({AWay(2, "62036", "62361", 20)}), IsOk());
  grpc::ClientContext context;
  Prepare(context, kAdmin);
  v1::ImportTravelTimesResponse response;
  const auto writer = stub_->ImportTravelTimes(&context, &response);
  v1::ImportTravelTimesRequest request;
  *request.add_rows() = AWay(2, "62361", "62050", 25);
  ASSERT_TRUE(writer->Write(request));
  writer->WritesDone();
  EXPECT_THAT(rpc::FromGrpc(writer->Finish()), HasReason("IMPORT_INCOMPLETE"));
  ASSERT_THAT(Stored(), SizeIs(1));
  EXPECT_EQ(Stored()[0].from, "62036");
}

TEST_F(ImportTravelTimesTest, IsForOperatorsOnly) {
  EXPECT_THAT(ImportTravelTimes({}, ""), HasReason("CREDENTIAL_MISSING"));
  EXPECT_THAT(ImportTravelTimes({}, "coordinator 00000000-0000-4000-8000-000000000000"),
              HasReason("ROLE_FORBIDS"));
}

TEST_F(ImportTravelTimesTest, TellsReadersOnce) {
  ASSERT_THAT(ImportTravelTimes({AWay(2, "62361", "62050", 25), AWay(3, "62050", "62361", 25)}),
              IsOk());
  EXPECT_THAT(Events(), Contains("travelTimes").Times(1));
}

}  // namespace
}  // namespace entraide::directory
