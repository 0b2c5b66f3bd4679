// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "tests/services/directory/service_testing.h"

namespace entraide::directory {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using Stub = v1::DirectoryService::Stub;

class ReadingTest : public ServiceTest {};

TEST_F(ReadingTest, AsksWhichOneOfThePostcodeOfTwoCommunes) {
  HaveAGarage();
  v1::SearchCommunesRequest request;
  request.set_query("62270");
  const auto found = Call(&Stub::SearchCommunes, request);
  ASSERT_THAT(found, IsOk());
  EXPECT_THAT(found->communes(), SizeIs(2));
}

TEST_F(ReadingTest, RefusesASearchThatIsTooShortTooLongOrNoText) {
  v1::SearchCommunesRequest request;
  EXPECT_THAT(Refused(Call(&Stub::SearchCommunes, request)), ElementsAre("query REQUIRED"));
  request.set_query(std::string(101, 'x'));
  EXPECT_THAT(Refused(Call(&Stub::SearchCommunes, request)), ElementsAre("query TOO_LONG"));
  request.set_query(std::string("fre\0vent", 8));
  EXPECT_THAT(Refused(Call(&Stub::SearchCommunes, request)), ElementsAre("query NOT_TEXT"));
  request.set_query("fre");
  request.set_limit(-1);
  EXPECT_THAT(Refused(Call(&Stub::SearchCommunes, request)), ElementsAre("limit OUT_OF_RANGE"));
}

TEST_F(ReadingTest, SaysThatACommuneIsUnknown) {
  v1::GetCommuneRequest request;
  request.set_name("communes/99999");
  EXPECT_THAT(Call(&Stub::GetCommune, request), HasReason("COMMUNE_UNKNOWN"));
  request.set_name("communes/Frévent");
  EXPECT_THAT(Refused(Call(&Stub::GetCommune, request)), ElementsAre("name MALFORMED"));
}

TEST_F(ReadingTest, PagesCommunesToTheEndWithoutRepeating) {
  HaveAGarage();
  v1::ListCommunesRequest request;
  request.set_page_size(1);
  std::vector<std::string> codes;
  do {
    const auto page = Call(&Stub::ListCommunes, request);
    ASSERT_THAT(page, IsOk());
    ASSERT_THAT(page->communes(), SizeIs(1));
    codes.push_back(page->communes(0).insee_code());
    request.set_page_token(page->next_page_token());
  } while (!request.page_token().empty());
  EXPECT_THAT(codes, ElementsAre("62036", "62361"));
}

TEST_F(ReadingTest, RefusesAPageTokenOfAnotherFilter) {
  HaveAGarage();
  v1::ListCommunesRequest request;
  request.set_page_size(1);
  const auto page = Call(&Stub::ListCommunes, request);
  ASSERT_THAT(page, IsOk());
  request.set_page_token(page->next_page_token());
  request.set_epci_siren("200069672");
  EXPECT_THAT(Refused(Call(&Stub::ListCommunes, request)), ElementsAre("page_token OTHER_FILTER"));
}

TEST_F(ReadingTest, FindsAServiceWithWhoeverGivesIt) {
  const std::string garage = HaveAGarage();
  v1::SearchServicesRequest request;
  request.set_query("réparer");
  request.set_serves_commune("62361");
  const auto found = Call(&Stub::SearchServices, request);
  ASSERT_THAT(found, IsOk());
  ASSERT_THAT(found->services(), SizeIs(1));
  EXPECT_EQ(found->services(0).organization().name(), garage);
  EXPECT_EQ(found->services(0).service_offer().kind(), "repair");
  EXPECT_EQ(found->services(0).service_offer().state(), v1::LISTING_STATE_PUBLISHED);
}

TEST_F(ReadingTest, PagesServices) {
  const std::string garage = HaveAGarage();
  v1::OrganizationRow row = AnOrganizationRow(1, "zz");
  *row.mutable_organization()->add_service_offers() = ARepairOffer("a");
  *row.mutable_organization()->add_service_offers() = ARepairOffer("b");
  ASSERT_THAT(ImportOrganizations({row}), IsOk());
  v1::SearchServicesRequest request;
  request.set_page_size(2);
  const auto first = Call(&Stub::SearchServices, request);
  ASSERT_THAT(first, IsOk());
  EXPECT_THAT(first->services(), SizeIs(2));
  request.set_page_token(first->next_page_token());
  const auto second = Call(&Stub::SearchServices, request);
  ASSERT_THAT(second, IsOk());
  EXPECT_THAT(second->services(), SizeIs(1));
  EXPECT_EQ(second->next_page_token(), "");
}

TEST_F(ReadingTest, RefusesFiltersThatNobodyKnowsAllAtOnce) {
  v1::SearchServicesRequest request;
  request.set_query(std::string(101, 'x'));
  request.set_kind("teleportation");
  request.set_audience("robots");
  request.set_sector("rockets");
  EXPECT_THAT(Refused(Call(&Stub::SearchServices, request)),
              ElementsAre("query TOO_LONG", "kind UNKNOWN_VALUE", "audience UNKNOWN_VALUE",
                          "sector UNKNOWN_VALUE"));
}

TEST_F(ReadingTest, RefusesAnUnknownCommuneAsAFilter) {
  v1::ListOrganizationsRequest request;
  request.set_serves_commune("99999");
  EXPECT_THAT(Refused(Call(&Stub::ListOrganizations, request)),
              ElementsAre("serves_commune UNKNOWN_VALUE"));
}

TEST_F(ReadingTest, ListsPartnersByWhatTheySupport) {
  HaveAGarage();
  v1::OrganizationRow row;
  row.set_line(1);
  v1::Partner& partner = *row.mutable_partner();
  partner.set_source("demonstration");
  partner.set_local_id("agence");
  partner.set_display_name("Exemple – agence");
  partner.add_supports("advice");
  partner.add_zone()->set_france(true);
  ASSERT_THAT(ImportOrganizations({row}), IsOk());
  v1::ListPartnersRequest request;
  request.set_support("advice");
  request.set_serves_commune("62036");
  EXPECT_THAT(Call(&Stub::ListPartners, request)->partners(), SizeIs(1));
  request.set_support("funding");
  EXPECT_THAT(Call(&Stub::ListPartners, request)->partners(), IsEmpty());
  request.set_support("miracles");
  EXPECT_THAT(Refused(Call(&Stub::ListPartners, request)), ElementsAre("support UNKNOWN_VALUE"));
}

}  // namespace
}  // namespace entraide::directory
