// SPDX-License-Identifier: EUPL-1.2
#include <google/protobuf/util/json_util.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/communes_csv.h"
#include "clients/cli/travel_times_csv.h"
#include "entraide/directory/v1/directory_service.grpc.pb.h"
#include "services/platform/base/status.h"
#include "services/platform/base/text.h"

namespace entraide::cli {
namespace {

using directory::v1::DirectoryService;

constexpr int kRowsPerMessage = 100;  // Far under the bound of a message.
constexpr absl::Duration kLongest = absl::Minutes(10);

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return absl::NotFoundError(absl::StrCat("fichier illisible : ", path));
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// On a terminal only: a log wants no carriage returns.
void ShowProgress(std::size_t done, std::size_t total) {
  if (isatty(STDERR_FILENO) == 0) return;
  std::cerr << "\r" << done << " / " << total << (done == total ? "\n" : "") << std::flush;
}

// Sends all rows as one stream: the server takes in all of them or none.
template <typename Request, typename Row, typename Response, typename Open>
absl::Status Send(const Run& run, const std::vector<Row>& rows, Response& response, Open&& open) {
  const auto stub = DirectoryService::NewStub(run.session.Channel());
  grpc::ClientContext context;
  clients::Prepare(run.session.Options(kLongest), context);
  const auto writer = open(*stub, context, response);
  Request request;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    *request.add_rows() = rows[i];
    if (request.rows_size() < kRowsPerMessage) continue;
    if (!writer->Write(request)) break;  // Finish says why.
    request.Clear();
    ShowProgress(i + 1, rows.size());
  }
  request.set_last(true);
  if (writer->Write(request)) ShowProgress(rows.size(), rows.size());
  writer->WritesDone();
  return clients::OutcomeOf(writer->Finish());
}

absl::Status ImportCommunes(const Run& run, const std::string& path) {
  ASSIGN_OR_RETURN(const std::string text, ReadFile(path));
  ASSIGN_OR_RETURN(const auto rows, ParseCommunes(text));
  directory::v1::ImportCommunesResponse response;
  RETURN_IF_ERROR(Send<directory::v1::ImportCommunesRequest>(
      run, rows, response, [](auto& stub, auto& context, auto& answer) {
        return stub.ImportCommunes(&context, &answer);
      }));
  Show(run, response, [](const auto& done) {
    return absl::StrCat(done.created_count(), " communes ajoutées, ", done.updated_count(),
                        " mises à jour.\n");
  });
  return absl::OkStatus();
}

absl::StatusOr<std::vector<directory::v1::OrganizationRow>> ParseOrganizations(
    const std::string& text) {
  std::vector<directory::v1::OrganizationRow> rows;
  std::vector<std::string> wrong;
  int number = 0;
  for (const absl::string_view line : absl::StrSplit(text, '\n')) {
    ++number;
    if (absl::StripAsciiWhitespace(line).empty()) continue;
    directory::v1::OrganizationRow row;
    // A line holds either {"partner": ...} or an organization with its offers.
    const bool is_partner = absl::StrContains(line.substr(0, 20), "\"partner\"");
    const auto parsed = is_partner
                            ? google::protobuf::util::JsonStringToMessage(std::string(line), &row)
                            : google::protobuf::util::JsonStringToMessage(
                                  std::string(line), row.mutable_organization());
    row.set_line(number);
    if (!IsText(line)) {
      wrong.push_back(absl::StrCat("ligne ", number, " : le texte n'est pas de l'UTF-8 lisible"));
    } else if (!parsed.ok()) {
      wrong.push_back(absl::StrCat("ligne ", number, " : ", std::string(parsed.message())));
    } else {
      rows.push_back(std::move(row));
    }
  }
  if (!wrong.empty()) return absl::InvalidArgumentError(absl::StrJoin(wrong, "\n"));
  if (rows.empty()) return absl::InvalidArgumentError("le fichier ne contient aucune structure");
  return rows;
}

absl::Status ImportOrganizations(const Run& run, const std::string& path) {
  ASSIGN_OR_RETURN(const std::string text, ReadFile(path));
  ASSIGN_OR_RETURN(const auto rows, ParseOrganizations(text));
  directory::v1::ImportOrganizationsResponse response;
  RETURN_IF_ERROR(Send<directory::v1::ImportOrganizationsRequest>(
      run, rows, response, [](auto& stub, auto& context, auto& answer) {
        return stub.ImportOrganizations(&context, &answer);
      }));
  Show(run, response, [](const auto& done) {
    return absl::StrCat(done.created_count(), " structures et partenaires ajoutés, ",
                        done.updated_count(), " mis à jour, ", done.service_offer_count(),
                        " services.\n");
  });
  return absl::OkStatus();
}

// How a file of travel times is to be read.
struct TravelTimesFile {
  std::string path{};
  bool symmetric = false;
  bool allow_empty = false;
};

std::string InWords(const directory::v1::ImportTravelTimesResponse& done) {
  std::string text = absl::StrCat(done.pair_count(), " trajets importés, à la place de ",
                                  done.replaced_count(), ".\n");
  if (done.one_way_count() > 0) {
    absl::StrAppend(&text, "Pour ", done.one_way_count(),
                    " d'entre eux, le retour n'est pas dans le fichier : il reste estimé à vol "
                    "d'oiseau (--symmetric prend la même durée au retour).\n");
  }
  return text;
}

absl::Status ImportTravelTimes(const Run& run, const TravelTimesFile& file) {
  ASSIGN_OR_RETURN(const std::string text, ReadFile(file.path));
  ASSIGN_OR_RETURN(const auto rows, ParseTravelTimes(text, file.symmetric ? Directions::kBothWays
                                                                          : Directions::kAsTold));
  if (rows.empty() && !file.allow_empty) {
    return absl::InvalidArgumentError(
        "le fichier ne contient aucun trajet (--allow-empty efface ceux d'avant)");
  }
  directory::v1::ImportTravelTimesResponse response;
  RETURN_IF_ERROR(Send<directory::v1::ImportTravelTimesRequest>(
      run, rows, response, [](auto& stub, auto& context, auto& answer) {
        return stub.ImportTravelTimes(&context, &answer);
      }));
  Show(run, response, InWords);
  return absl::OkStatus();
}

void AddTravelTimes(CLI::App& app, Run& run) {
  const auto file = std::make_shared<TravelTimesFile>();
  CLI::App* command = app.add_subcommand(
      "import-travel-times",
      "Importe un fichier CSV de durées de trajet, tout ou rien, à la place des précédentes");
  command->add_option("fichier", file->path, "from,to,minutes[,kilometres], en codes INSEE")
      ->required();
  command->add_flag("--symmetric", file->symmetric, "Chaque ligne vaut aussi pour le retour");
  command->add_flag("--allow-empty", file->allow_empty,
                    "Accepte un fichier sans trajet : tout redevient estimé à vol d'oiseau");
  command->callback([&run, file] { run.status = ImportTravelTimes(run, *file); });
}

void Add(CLI::App& app, Run& run, const std::string& verb, const std::string& help,
         absl::Status (*perform)(const Run&, const std::string&)) {
  const auto path = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand(verb, help);
  command->add_option("fichier", *path, "Le fichier à lire")->required();
  command->callback([&run, path, perform] { run.status = perform(run, *path); });
}

}  // namespace

void AddImports(CLI::App& app, Run& run) {
  Add(app, run, "import-communes", "Importe un fichier CSV de communes, tout ou rien",
      ImportCommunes);
  Add(app, run, "import-organizations",
      "Importe des structures, une par ligne de JSON, tout ou rien", ImportOrganizations);
  AddTravelTimes(app, run);
}

}  // namespace entraide::cli
