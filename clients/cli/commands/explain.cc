// SPDX-License-Identifier: EUPL-1.2
#include <vector>

#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/commune_names.h"
#include "clients/cli/explain/sentences.h"
#include "clients/cpp/requests_client.h"
#include "entraide/matcher/v1/matcher_service.grpc.pb.h"
#include "services/platform/base/status.h"

namespace entraide::cli {
namespace {

using matcher::v1::Explanation;
using matcher::v1::FindHelpResponse;
using matcher::v1::MatcherService;

struct Question {
  std::string name{};                        // A request.
  std::string kind{}, commune{}, dropoff{};  // Or a need that nobody filed.
};

// `rides/R/offers/O`, as the inbox prints it, is a question about `rides/R`.
std::string RequestOf(const std::string& name) {
  std::vector<std::string> parts = absl::StrSplit(name, '/');
  if (parts.size() > 2) parts.resize(2);
  return absl::StrJoin(parts, "/");
}

absl::Status ExplainFiled(const Run& run, const Question& question) {
  clients::RequestsClient client(run.session.Channel());
  ASSIGN_OR_RETURN(const Explanation explanation,
                   client.Explain(RequestOf(question.name), run.session.Options()));
  Show(run, explanation, [&](const Explanation& shown) {
    CommuneNames names;
    if (!shown.residence_commune().empty()) names[shown.residence_commune()];
    AddCommunesOf(shown.match(), names);
    FillIn(run.session, names);
    return ExplainRequest(shown, names);
  });
  return absl::OkStatus();
}

// As anybody is answered: in order, without scores.
absl::Status ExplainNeed(const Run& run, const Question& question) {
  ASSIGN_OR_RETURN(const auto commune, FindCommune(run.session, question.commune));
  matcher::v1::FindHelpRequest request;
  request.mutable_need()->set_kind(question.kind);
  request.mutable_need()->set_residence_commune(commune.insee_code());
  if (!question.dropoff.empty()) {
    ASSIGN_OR_RETURN(const auto dropoff, FindCommune(run.session, question.dropoff));
    request.mutable_need()->set_dropoff_commune(dropoff.insee_code());
  }
  const auto stub = MatcherService::NewStub(run.session.Channel());
  ASSIGN_OR_RETURN(
      const FindHelpResponse answer,
      clients::Call(*stub, &MatcherService::Stub::FindHelp, request, run.session.Options()));
  Show(run, answer, [&](const FindHelpResponse& shown) {
    CommuneNames names;
    AddCommunesOf(shown.match(), names);
    FillIn(run.session, names);
    return ExplainMatch(shown.match(), names);
  });
  return absl::OkStatus();
}

absl::Status Explain(const Run& run, const Question& question) {
  const bool need = !question.kind.empty() && !question.commune.empty();
  if (question.name.empty() == need)
    return need ? ExplainNeed(run, question) : ExplainFiled(run, question);
  return absl::InvalidArgumentError(
      "donnez le nom d'une demande, ou bien --kind et --commune pour un besoin pas encore déposé");
}

}  // namespace

void AddExplain(CLI::App& app, Run& run) {
  const auto question = std::make_shared<Question>();
  CLI::App* command =
      app.add_subcommand("explain", "Pourquoi ces structures, dans cet ordre, et pas les autres");
  command->add_option("demande", question->name,
                      "Comme inbox le donne, ou rides/..., jobs/..., visits/...");
  command->add_option("--kind", question->kind, "Besoin pas encore déposé, par exemple repair");
  command->add_option("--commune", question->commune,
                      "Où la personne habite (nom, code postal ou INSEE)");
  command->add_option("--to", question->dropoff, "Trajet : commune d'arrivée");
  command->callback([&run, question] { run.status = Explain(run, *question); });
}

}  // namespace entraide::cli
