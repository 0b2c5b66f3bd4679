// SPDX-License-Identifier: EUPL-1.2
#include "clients/cli/plans/plans.h"

#include <google/protobuf/util/json_util.h>

#include <fstream>
#include <iterator>

#include "absl/strings/str_cat.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/commune_names.h"
#include "entraide/matcher/v1/matcher_service.grpc.pb.h"
#include "services/platform/base/status.h"

namespace entraide::cli {
namespace {

using matcher::v1::AssignRequest;
using matcher::v1::AssignResponse;
using matcher::v1::MatcherService;
using matcher::v1::PlanDayRequest;
using matcher::v1::PlanDayResponse;

// A file that holds one message of the contract, as JSON.
template <typename Message>
absl::StatusOr<Message> ReadMessage(const std::string& path) {
  std::ifstream file(path);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file) return absl::NotFoundError(absl::StrCat("fichier illisible : ", path));
  Message message;
  const auto parsed = google::protobuf::util::JsonStringToMessage(text, &message);
  if (parsed.ok()) return message;
  return absl::InvalidArgumentError(absl::StrCat(path, " : ", parsed.message().ToString()));
}

absl::Status Assign(const Run& run, const std::string& path) {
  ASSIGN_OR_RETURN(const AssignRequest request, ReadMessage<AssignRequest>(path));
  const auto stub = MatcherService::NewStub(run.session.Channel());
  ASSIGN_OR_RETURN(const AssignResponse answer, clients::Call(*stub, &MatcherService::Stub::Assign,
                                                              request, run.session.Options()));
  Show(run, answer, AssignmentText);
  return absl::OkStatus();
}

absl::Status PlanDay(const Run& run, const std::string& path) {
  ASSIGN_OR_RETURN(const PlanDayRequest request, ReadMessage<PlanDayRequest>(path));
  const auto stub = MatcherService::NewStub(run.session.Channel());
  ASSIGN_OR_RETURN(const PlanDayResponse plan, clients::Call(*stub, &MatcherService::Stub::PlanDay,
                                                             request, run.session.Options()));
  Show(run, plan, [&](const PlanDayResponse& shown) {
    CommuneNames names;
    AddCommunesOf(shown, names);
    FillIn(run.session, names);
    return DayText(shown, names);
  });
  return absl::OkStatus();
}

void Add(CLI::App& app, Run& run, const std::string& verb, const std::string& help,
         absl::Status (*perform)(const Run&, const std::string&)) {
  const auto path = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand(verb, help);
  command->add_option("fichier", *path, "JSON, comme docs/planning.md le décrit")->required();
  command->callback([&run, path, perform] { run.status = perform(run, *path); });
}

}  // namespace

void AddPlans(CLI::App& app, Run& run) {
  Add(app, run, "assign",
      "Répartit toutes les demandes entre les places, au mieux et avec la preuve", Assign);
  Add(app, run, "plan-day", "Planifie la journée de conducteurs : qui prend qui, quand", PlanDay);
}

}  // namespace entraide::cli
