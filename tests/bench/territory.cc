// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/territory.h"

#include <google/protobuf/util/json_util.h>

#include <fstream>
#include <iterator>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "clients/cli/communes_csv.h"
#include "services/platform/base/status.h"

namespace entraide::bench {
namespace {

using directory::v1::WatchOffersResponse;

std::string FileText(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool Holds(const directory::v1::ZoneEntry& piece, const directory::v1::Commune& commune) {
  return piece.commune() == commune.insee_code() ||
         (!piece.epci().empty() && piece.epci() == commune.epci_siren()) ||
         (!piece.departement().empty() && piece.departement() == commune.departement());
}

void AddOffers(const directory::v1::OrganizationEntry& entry,
               const std::vector<directory::v1::CommuneRow>& communes,
               std::vector<WatchOffersResponse>& steps) {
  for (const directory::v1::ServiceOffer& offer : entry.service_offers()) {
    directory::v1::WatchedOffer& watched = *steps.emplace_back().mutable_offer();
    *watched.mutable_service_offer() = offer;
    *watched.mutable_organization() = entry.organization();
    watched.mutable_organization()->set_name(entry.organization().local_id());
    watched.mutable_service_offer()->set_name(
        absl::StrCat(entry.organization().local_id(), "/", offer.local_id()));
    for (const directory::v1::CommuneRow& row : communes) {
      for (const directory::v1::ZoneEntry& piece : offer.zone()) {
        if (!Holds(piece, row.commune())) continue;
        watched.add_communes(row.commune().insee_code());
        break;
      }
    }
  }
}

}  // namespace

absl::StatusOr<std::vector<WatchOffersResponse>> ReadTerritory(const std::string& folder) {
  ASSIGN_OR_RETURN(const auto communes, cli::ParseCommunes(FileText(folder + "/communes.csv")));
  std::vector<WatchOffersResponse> steps;
  for (const auto& row : communes) *steps.emplace_back().mutable_commune() = row.commune();
  const std::string lines = FileText(folder + "/organizations.jsonl");
  for (const absl::string_view line : absl::StrSplit(lines, '\n')) {
    directory::v1::OrganizationEntry entry;
    // Partners are lines of another form: they serve no commune.
    if (google::protobuf::util::JsonStringToMessage(std::string(line), &entry).ok()) {
      AddOffers(entry, communes, steps);
    }
  }
  steps.emplace_back().mutable_snapshot_end();
  steps.back().set_resume_token("recorded");
  return steps;
}

grpc::Status RecordedDirectory::WatchOffers(grpc::ServerContext*,
                                            const directory::v1::WatchOffersRequest* request,
                                            grpc::ServerWriter<WatchOffersResponse>* writer) {
  if (!request->resume_token().empty()) return grpc::Status::OK;
  for (const WatchOffersResponse& step : steps_) writer->Write(step);
  return grpc::Status::OK;
}

}  // namespace entraide::bench
