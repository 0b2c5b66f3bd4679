// SPDX-License-Identifier: EUPL-1.2
#include "absl/strings/str_cat.h"
#include "clients/cli/commands/commands.h"
#include "entraide/directory/v1/directory_service.grpc.pb.h"
#include "services/platform/base/status.h"

namespace entraide::cli {
namespace {

using directory::v1::DirectoryService;
using directory::v1::SearchServicesResponse;

struct Filter {
  std::string query{}, commune{}, kind{}, audience{}, sector{};
};

std::string ToTable(const SearchServicesResponse& found) {
  if (found.services().empty()) return "Aucun service ne correspond.\n";
  std::vector<std::vector<std::string>> rows;
  for (const auto& service : found.services()) {
    const auto& organization = service.organization();
    rows.push_back(
        {service.service_offer().kind(), service.service_offer().display_name(),
         absl::StrCat(organization.display_name(), organization.demo() ? " (exemple)" : ""),
         organization.phone()});
  }
  return Table({"BESOIN", "SERVICE", "STRUCTURE", "TÉLÉPHONE"}, rows);
}

absl::Status Search(const Run& run, const Filter& filter) {
  directory::v1::SearchServicesRequest request;
  request.set_query(filter.query);
  request.set_kind(filter.kind);
  request.set_audience(filter.audience);
  request.set_sector(filter.sector);
  request.set_page_size(500);
  if (!filter.commune.empty()) {
    ASSIGN_OR_RETURN(const auto commune, FindCommune(run.session, filter.commune));
    request.set_serves_commune(commune.insee_code());
  }
  const auto stub = DirectoryService::NewStub(run.session.Channel());
  ASSIGN_OR_RETURN(const SearchServicesResponse found,
                   clients::Call(*stub, &DirectoryService::Stub::SearchServices, request,
                                 run.session.Options()));
  Show(run, found, ToTable);
  return absl::OkStatus();
}

}  // namespace

void AddSearch(CLI::App& app, Run& run) {
  const auto filter = std::make_shared<Filter>();
  CLI::App* command = app.add_subcommand("search", "Cherche dans l'annuaire des services");
  command->add_option("texte", filter->query, "Mots à chercher");
  command->add_option("--commune", filter->commune,
                      "Qui sert cette commune (nom, code postal ou INSEE)");
  command->add_option("--kind", filter->kind, "Seulement ce besoin, par exemple repair");
  command->add_option("--audience", filter->audience,
                      "individuals, businesses ou local-authorities");
  command->add_option("--sector", filter->sector, "Seulement ce secteur, par exemple recycling");
  command->callback([&run, filter] { run.status = Search(run, *filter); });
}

}  // namespace entraide::cli
