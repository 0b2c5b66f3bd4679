// SPDX-License-Identifier: EUPL-1.2
// The data that deploy/run loads: it can be taken in, and shows what it promises.
#include <gmock/gmock.h>
#include <google/protobuf/util/json_util.h>

#include <fstream>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "proto/vocabulary/kinds.h"
#include "tests/services/directory/service_testing.h"

namespace entraide::directory {
namespace {

using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;
using Stub = v1::DirectoryService::Stub;

constexpr char kCommunes[] = "deploy/data/ternois/communes.csv";
constexpr char kOrganizations[] = "deploy/data/ternois/organizations.jsonl";

std::vector<v1::CommuneRow> CommuneRows() {
  std::ifstream file(kCommunes);
  std::vector<v1::CommuneRow> rows;
  std::string line;
  std::getline(file, line);  // Its header.
  for (int number = 2; std::getline(file, line); ++number) {
    const std::vector<std::string> cells = absl::StrSplit(line, ',');
    v1::CommuneRow row = ACommuneRow(number, cells.at(0), cells.at(1));
    v1::Commune& commune = *row.mutable_commune();
    commune.set_departement(cells.at(3));
    commune.set_epci_siren(cells.at(4));
    double latitude = 0;
    double longitude = 0;
    EXPECT_TRUE(absl::SimpleAtod(cells.at(7), &latitude));
    EXPECT_TRUE(absl::SimpleAtod(cells.at(8), &longitude));
    commune.set_latitude_deg(latitude);
    commune.set_longitude_deg(longitude);
    rows.push_back(row);
  }
  return rows;
}

std::vector<v1::OrganizationRow> OrganizationRows() {
  std::ifstream file(kOrganizations);
  std::vector<v1::OrganizationRow> rows;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    v1::OrganizationRow row;
    row.set_line(number);
    const bool partner = absl::StartsWith(line, "{\"partner\"");
    google::protobuf::Message& entry =
        partner ? static_cast<google::protobuf::Message&>(row) : *row.mutable_organization();
    const auto parsed = google::protobuf::util::JsonStringToMessage(line, &entry);
    EXPECT_TRUE(parsed.ok()) << "line " << number << ": " << parsed.ToString();
    row.set_line(number);
    rows.push_back(row);
  }
  return rows;
}

class TerritoryTest : public ServiceTest {
 protected:
  void SetUp() override {
    ServiceTest::SetUp();
    ASSERT_THAT(ImportCommunes(CommuneRows()), IsOk());
    ASSERT_THAT(ImportOrganizations(OrganizationRows()), IsOk());
  }

  v1::SearchServicesResponse Search(const std::string& kind, const std::string& commune = "") {
    v1::SearchServicesRequest request;
    request.set_kind(kind);
    request.set_serves_commune(commune);
    request.set_page_size(500);
    const auto found = Call(&Stub::SearchServices, request);
    EXPECT_THAT(found, IsOk());
    return found.ok() ? *found : v1::SearchServicesResponse();
  }
};

TEST_F(TerritoryTest, HasAnOfferOfEveryKind) {
  absl::flat_hash_set<std::string> offered;
  const v1::SearchServicesResponse all = Search("");
  for (const v1::FoundService& found : all.services()) {
    offered.insert(found.service_offer().kind());
  }
  for (const vocabulary::Kind& kind : vocabulary::Kinds())
    EXPECT_TRUE(offered.contains(kind.name)) << kind.name;
}

TEST_F(TerritoryTest, ServesFreventByTheGarageOfAuchyInTheOtherEpci) {
  const v1::SearchServicesResponse found = Search("repair", "62361");
  ASSERT_THAT(found.services(), SizeIs(1));
  EXPECT_EQ(found.services(0).organization().display_name(), "Accès Auto 62");
  EXPECT_EQ(found.services(0).organization().commune(), "62050");
}

TEST_F(TerritoryTest, LeavesGapsAsInLife) {
  EXPECT_THAT(Search("volunteer-ride", "62519").services(), IsEmpty());  // Lisbourg
  EXPECT_THAT(Search("housework", "62519").services(), IsEmpty());
  EXPECT_THAT(Search("volunteer-ride", "62361").services(), SizeIs(1));
}

TEST_F(TerritoryTest, NamesWhatIsMadeUpSoThatNobodyTakesItForReal) {
  const v1::SearchServicesResponse all = Search("");
  for (const v1::FoundService& found : all.services()) {
    const v1::Organization& organization = found.organization();
    if (!organization.demo()) {
      EXPECT_EQ(organization.phone() + organization.email(), "") << organization.display_name();
      continue;
    }
    EXPECT_THAT(organization.display_name(), StartsWith("Exemple – "));
    EXPECT_THAT(organization.phone(), StartsWith("+3335301"));
    EXPECT_TRUE(absl::EndsWith(organization.email(), "@exemple.invalid"));
  }
}

}  // namespace
}  // namespace entraide::directory
