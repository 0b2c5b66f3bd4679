// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "tests/services/directory/service_testing.h"

namespace entraide::directory {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using Stub = v1::DirectoryService::Stub;

class ImportTest : public ServiceTest {
 protected:
  int CountCommunes() {
    const auto listed = Call(&Stub::ListCommunes, v1::ListCommunesRequest());
    EXPECT_THAT(listed, IsOk());
    return listed.ok() ? listed->communes_size() : -1;
  }
  int CountOrganizations() {
    const auto listed = Call(&Stub::ListOrganizations, v1::ListOrganizationsRequest());
    EXPECT_THAT(listed, IsOk());
    return listed.ok() ? listed->organizations_size() : -1;
  }
  v1::OrganizationRow AGarageRow(const std::vector<std::string>& offers) {
    v1::OrganizationRow row = AnOrganizationRow(1, "garage");
    for (const std::string& local_id : offers) {
      *row.mutable_organization()->add_service_offers() = ARepairOffer(local_id);
    }
    return row;
  }
};

TEST_F(ImportTest, TakesCommunesInAndCountsThemWhenTheyComeAgain) {
  const std::vector<v1::CommuneRow> rows = {ACommuneRow(2, "62361", "Frévent"),
                                            ACommuneRow(3, "62036", "Anvin")};
  const auto first = ImportCommunes(rows);
  ASSERT_THAT(first, IsOk());
  EXPECT_EQ(first->created_count(), 2);
  const auto second = ImportCommunes(rows);
  ASSERT_THAT(second, IsOk());
  EXPECT_EQ(second->created_count(), 0);
  EXPECT_EQ(second->updated_count(), 2);
  EXPECT_THAT(Events(), ElementsAre("communes/62361", "communes/62036"));
}

TEST_F(ImportTest, NamesEveryWrongLineAndTakesNothingIn) {
  v1::CommuneRow broken = ACommuneRow(3, "6203", "Anvin");
  broken.mutable_commune()->set_latitude_deg(123);
  v1::CommuneRow nul = ACommuneRow(4, "62050", std::string("Auchy\0", 6));
  const auto imported = ImportCommunes(
      {ACommuneRow(2, "62361", "Frévent"), broken, nul, ACommuneRow(5, "62361", "Frévent")});
  EXPECT_THAT(imported, HasReason("IMPORT_INVALID"));
  EXPECT_THAT(
      Refused(imported),
      ElementsAre("rows[line 3].insee_code MALFORMED", "rows[line 3].latitude_deg OUT_OF_RANGE",
                  "rows[line 4].display_name NOT_TEXT", "rows[line 5].insee_code DUPLICATE"));
  EXPECT_EQ(CountCommunes(), 0);
  EXPECT_THAT(Events(), IsEmpty());
}

TEST_F(ImportTest, SaysHowManyMoreWrongLinesThereAreThanFitIntoAnAnswer) {
  UseSocket();
  std::vector<v1::CommuneRow> rows;
  for (int line = 2; line < 502; ++line) rows.push_back(ACommuneRow(line, "", "Partout"));
  const auto imported = ImportCommunes(rows);
  EXPECT_THAT(imported, HasReason("IMPORT_INVALID"));
  EXPECT_THAT(Refused(imported), Contains("rows[line 2].insee_code REQUIRED"));
  EXPECT_THAT(Refused(imported), Contains("rows AND_MORE"));
}

TEST_F(ImportTest, TakesNothingInOfAStreamThatBreaksOff) {
  grpc::ClientContext context;
  Prepare(context, kAdmin);
  v1::ImportCommunesResponse response;
  const auto writer = stub_->ImportCommunes(&context, &response);
  v1::ImportCommunesRequest request;
  *request.add_rows() = ACommuneRow(2, "62361", "Frévent");
  ASSERT_TRUE(writer->Write(request));
  writer->WritesDone();
  EXPECT_THAT(rpc::FromGrpc(writer->Finish()), HasReason("IMPORT_INCOMPLETE"));
  EXPECT_EQ(CountCommunes(), 0);
}

TEST_F(ImportTest, IsForOperatorsOnly) {
  EXPECT_THAT(ImportCommunes({}, ""), HasReason("CREDENTIAL_MISSING"));
  EXPECT_THAT(ImportOrganizations({}, "staff 00000000-0000-4000-8000-000000000000"),
              HasReason("ROLE_FORBIDS"));
}

TEST_F(ImportTest, UpdatesAnOrganizationByItsOriginAndArchivesTheOffersLeftOut) {
  ASSERT_THAT(ImportCommunes({ACommuneRow(2, "62361", "Frévent")}), IsOk());
  const auto first = ImportOrganizations({AGarageRow({"repair", "parts"})});
  ASSERT_THAT(first, IsOk());
  EXPECT_EQ(first->created_count(), 1);
  EXPECT_EQ(first->service_offer_count(), 2);
  const auto second = ImportOrganizations({AGarageRow({"repair"})});
  ASSERT_THAT(second, IsOk());
  EXPECT_EQ(second->created_count(), 0);
  EXPECT_EQ(second->updated_count(), 1);
  EXPECT_EQ(CountOrganizations(), 1);
  EXPECT_THAT(Call(&Stub::SearchServices, v1::SearchServicesRequest())->services(), SizeIs(1));
}

TEST_F(ImportTest, LeavesASuspendedOfferSuspended) {
  const std::string garage = HaveAGarage();
  v1::SuspendServiceOfferRequest suspend;
  suspend.set_name(OnlyOfferOf(garage).name());
  suspend.set_reason("congés");
  suspend.set_request_id(NewUuid());
  ASSERT_THAT(Call(&Stub::SuspendServiceOffer, suspend, StaffOf(garage)), IsOk());
  ASSERT_THAT(ImportOrganizations({AGarageRow({"repair"})}), IsOk());
  EXPECT_EQ(OnlyOfferOf(garage).state(), v1::LISTING_STATE_SUSPENDED);
}

TEST_F(ImportTest, CountsWhatIsLeftWhenItIsImported) {
  ASSERT_THAT(ImportCommunes({ACommuneRow(2, "62361", "Frévent")}), IsOk());
  v1::OrganizationRow row = AGarageRow({"repair"});
  v1::Capacity& capacity =
      *row.mutable_organization()->mutable_service_offers(0)->mutable_capacity();
  capacity.set_unit("place");
  capacity.set_maximum(2);
  ASSERT_THAT(ImportOrganizations({row}), IsOk());
  const auto found = Call(&Stub::SearchServices, v1::SearchServicesRequest());
  ASSERT_THAT(found->services(), SizeIs(1));
  const v1::ServiceOffer& offer = found->services(0).service_offer();
  EXPECT_EQ(offer.capacity().as_of_time().seconds(), offer.update_time().seconds());
}

TEST_F(ImportTest, NamesEveryWrongPlaceOfAnOrganizationAndItsOffers) {
  ASSERT_THAT(ImportCommunes({ACommuneRow(2, "62361", "Frévent")}), IsOk());
  v1::OrganizationRow wrong = AGarageRow({"repair", "repair"});
  wrong.mutable_organization()->mutable_organization()->set_commune("99999");
  wrong.mutable_organization()->mutable_service_offers(1)->mutable_zone(0)->set_epci("999999999");
  v1::OrganizationRow empty;
  empty.set_line(2);
  const auto imported = ImportOrganizations({wrong, empty, AnOrganizationRow(3, "fine")});
  EXPECT_THAT(imported, HasReason("IMPORT_INVALID"));
  EXPECT_THAT(
      Refused(imported),
      ElementsAre("rows[line 1].service_offers[1].local_id DUPLICATE",
                  "rows[line 2].entry REQUIRED", "rows[line 1].organization.commune UNKNOWN_VALUE",
                  "rows[line 1].service_offers[1].zone[0].epci UNKNOWN_VALUE"));
  EXPECT_EQ(CountOrganizations(), 0);
}

TEST_F(ImportTest, TellsReadersOfOffersWhoseZoneNewCommunesEnter) {
  ASSERT_THAT(ImportCommunes({ACommuneRow(2, "62361", "Frévent")}), IsOk());
  v1::OrganizationRow row = AGarageRow({"repair"});
  row.mutable_organization()->mutable_service_offers(0)->mutable_zone(0)->set_epci("200069672");
  ASSERT_THAT(ImportOrganizations({row}), IsOk());
  ASSERT_THAT(ImportCommunes({ACommuneRow(2, "62036", "Anvin")}), IsOk());
  v1::SearchServicesRequest request;
  request.set_serves_commune("62036");
  const auto found = Call(&Stub::SearchServices, request);
  ASSERT_THAT(found, IsOk());
  ASSERT_THAT(found->services(), SizeIs(1));
  EXPECT_THAT(Events(), Contains(found->services(0).service_offer().name()).Times(2));
}

}  // namespace
}  // namespace entraide::directory
