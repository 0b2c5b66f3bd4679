// SPDX-License-Identifier: EUPL-1.2
#include "tests/services/directory/service_testing.h"

#include "absl/strings/strip.h"
#include "services/platform/outbox/outbox.h"

namespace entraide::directory {
namespace {

using Stub = v1::DirectoryService::Stub;

// Sends rows in two messages, the second of which is the last.
template <typename Request, typename Row, typename Writer>
void Send(const std::vector<Row>& rows, Writer& writer) {
  Request first;
  if (!rows.empty()) *first.add_rows() = rows.front();
  Request rest;
  for (std::size_t i = 1; i < rows.size(); ++i) *rest.add_rows() = rows[i];
  rest.set_last(true);
  if (writer.Write(first)) writer.Write(rest);
  writer.WritesDone();
}

}  // namespace

absl::StatusOr<auth::Caller> CallerOfToken(absl::string_view token, absl::Time /*deadline*/) {
  if (token == "admin") return auth::Caller{.role = access::v1::ROLE_ADMIN, .person = "admin"};
  if (token == "prescriber") {
    return auth::Caller{.role = access::v1::ROLE_PRESCRIBER, .person = "prescriber"};
  }
  auth::Caller caller{.person = std::string(token)};
  if (absl::ConsumePrefix(&token, "staff ")) {
    caller.role = access::v1::ROLE_STAFF;
  } else if (absl::ConsumePrefix(&token, "coordinator ")) {
    caller.role = access::v1::ROLE_COORDINATOR;
  } else {
    return absl::UnauthenticatedError("no such session");
  }
  caller.organization = std::string(token);
  return caller;
}

v1::CommuneRow ACommuneRow(int line, const std::string& code, const std::string& name) {
  v1::CommuneRow row;
  row.set_line(line);
  v1::Commune& commune = *row.mutable_commune();
  commune.set_insee_code(code);
  commune.set_display_name(name);
  commune.add_postcodes("62270");
  commune.set_departement("62");
  commune.set_epci_siren("200069672");
  commune.set_latitude_deg(50.2755);
  commune.set_longitude_deg(2.2875);
  return row;
}

v1::ServiceOffer ARepairOffer(const std::string& local_id) {
  v1::ServiceOffer offer;
  offer.set_local_id(local_id);
  offer.set_display_name("Réparation de voitures");
  offer.set_description("Un garage solidaire.");
  offer.set_kind("repair");
  offer.add_zone()->set_commune("62361");
  offer.set_fee(v1::ServiceOffer::FEE_FREE);
  return offer;
}

v1::OrganizationRow AnOrganizationRow(int line, const std::string& local_id) {
  v1::OrganizationRow row;
  row.set_line(line);
  v1::Organization& organization = *row.mutable_organization()->mutable_organization();
  organization.set_source("demonstration");
  organization.set_local_id(local_id);
  organization.set_display_name(absl::StrCat("Exemple – ", local_id));
  organization.set_demo(true);
  organization.set_commune("62361");
  return row;
}

void ServiceTest::Prepare(grpc::ClientContext& context, const std::string& token) {
  context.set_deadline(absl::ToChronoTime(Soon()));
  if (!token.empty()) context.AddMetadata("authorization", absl::StrCat("Bearer ", token));
}

absl::StatusOr<v1::ImportCommunesResponse> ServiceTest::ImportCommunes(
    const std::vector<v1::CommuneRow>& rows, const std::string& token) {
  grpc::ClientContext context;
  Prepare(context, token);
  v1::ImportCommunesResponse response;
  const auto writer = stub_->ImportCommunes(&context, &response);
  Send<v1::ImportCommunesRequest>(rows, *writer);
  const absl::Status status = rpc::FromGrpc(writer->Finish());
  if (!status.ok()) return status;
  return response;
}

absl::StatusOr<v1::ImportOrganizationsResponse> ServiceTest::ImportOrganizations(
    const std::vector<v1::OrganizationRow>& rows, const std::string& token) {
  grpc::ClientContext context;
  Prepare(context, token);
  v1::ImportOrganizationsResponse response;
  const auto writer = stub_->ImportOrganizations(&context, &response);
  Send<v1::ImportOrganizationsRequest>(rows, *writer);
  const absl::Status status = rpc::FromGrpc(writer->Finish());
  if (!status.ok()) return status;
  return response;
}

absl::StatusOr<v1::ImportTravelTimesResponse> ServiceTest::ImportTravelTimes(
    const std::vector<v1::TravelTimeRow>& rows, const std::string& token) {
  grpc::ClientContext context;
  Prepare(context, token);
  v1::ImportTravelTimesResponse response;
  const auto writer = stub_->ImportTravelTimes(&context, &response);
  Send<v1::ImportTravelTimesRequest>(rows, *writer);
  const absl::Status status = rpc::FromGrpc(writer->Finish());
  if (!status.ok()) return status;
  return response;
}

std::string ServiceTest::HaveAGarage() {
  EXPECT_THAT(
      ImportCommunes({ACommuneRow(2, "62361", "Frévent"), ACommuneRow(3, "62036", "Anvin")}),
      IsOk());
  v1::OrganizationRow row = AnOrganizationRow(1, "garage");
  *row.mutable_organization()->add_service_offers() = ARepairOffer();
  EXPECT_THAT(ImportOrganizations({row}), IsOk());
  v1::ListOrganizationsRequest request;
  request.set_query("garage");
  const auto listed = Call(&Stub::ListOrganizations, request);
  EXPECT_THAT(listed, IsOk());
  return listed.ok() && listed->organizations_size() == 1 ? listed->organizations(0).name() : "";
}

v1::ServiceOffer ServiceTest::OnlyOfferOf(const std::string& organization) {
  v1::ListServiceOffersRequest request;
  request.set_parent(organization);
  const auto listed = Call(&Stub::ListServiceOffers, request, StaffOf(organization));
  EXPECT_THAT(listed, IsOk());
  return listed.ok() && listed->service_offers_size() == 1 ? listed->service_offers(0)
                                                           : v1::ServiceOffer();
}

std::vector<std::string> ServiceTest::Events() {
  auto tx = pg::Transaction::Begin(*pool_, Soon());
  if (!tx.ok() || !outbox::Stamp(*tx).ok()) return {"failed"};
  const auto events = outbox::ReadAfter(*tx, {"commune", "travel-times", "offer"}, 0, 1000);
  if (!events.ok() || !tx->Commit().ok()) return {"failed"};
  std::vector<std::string> told;
  for (const outbox::Event& event : *events) told.push_back(event.key);
  return told;
}

}  // namespace entraide::directory
