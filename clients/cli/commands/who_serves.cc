// SPDX-License-Identifier: EUPL-1.2
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/explain/sentences.h"
#include "entraide/matcher/v1/matcher_service.grpc.pb.h"
#include "services/platform/base/status.h"

namespace entraide::cli {
namespace {

using matcher::v1::Candidate;
using matcher::v1::FindHelpResponse;
using matcher::v1::MatcherService;

std::vector<std::string> RowOf(const Candidate& candidate) {
  return {absl::StrCat(candidate.organization_display_name(), candidate.demo() ? " (exemple)" : ""),
          candidate.service_offer_display_name(), absl::StrCat(candidate.travel_minutes(), " min"),
          candidate.organization_phone(), absl::StrJoin(candidate.missing_facts(), ", ")};
}

std::string ToTable(const FindHelpResponse& answer) {
  std::vector<std::vector<std::string>> rows;
  for (const Candidate& candidate : answer.match().candidates()) rows.push_back(RowOf(candidate));
  for (const Candidate& candidate : answer.match().conditional_candidates()) {
    rows.push_back(RowOf(candidate));
  }
  if (rows.empty()) return ExplainMatch(answer.match(), {});
  return Table({"STRUCTURE", "SERVICE", "TRAJET", "TÉLÉPHONE", "SOUS CONDITION"}, rows);
}

absl::Status WhoServes(const Run& run, const std::string& place, const std::string& kind) {
  ASSIGN_OR_RETURN(const auto commune, FindCommune(run.session, place));
  matcher::v1::FindHelpRequest request;
  request.mutable_need()->set_kind(kind);
  request.mutable_need()->set_residence_commune(commune.insee_code());
  const auto stub = MatcherService::NewStub(run.session.Channel());
  ASSIGN_OR_RETURN(
      const FindHelpResponse answer,
      clients::Call(*stub, &MatcherService::Stub::FindHelp, request, run.session.Options()));
  Show(run, answer, ToTable);
  return absl::OkStatus();
}

}  // namespace

void AddWhoServes(CLI::App& app, Run& run) {
  struct Asked {
    std::string commune{}, kind{};
  };
  const auto asked = std::make_shared<Asked>();
  CLI::App* command = app.add_subcommand("who-serves", "Qui sert cette commune pour ce besoin");
  command->add_option("commune", asked->commune, "Nom, code postal ou code INSEE")->required();
  command->add_option("besoin", asked->kind, "Par exemple repair, volunteer-ride, housework")
      ->required();
  command->callback([&run, asked] { run.status = WhoServes(run, asked->commune, asked->kind); });
}

}  // namespace entraide::cli
