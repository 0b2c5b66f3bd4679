// SPDX-License-Identifier: EUPL-1.2
#include <optional>

#include "absl/strings/str_cat.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/explain/sentences.h"
#include "clients/cli/explain/words.h"
#include "clients/cpp/requests_client.h"
#include "services/platform/base/status.h"

namespace entraide::cli {
namespace {

std::string ToText(const common::v1::RequestStatus& status) {
  std::string text =
      absl::StrCat("Demande ", status.kind(), " : ", StateInFrench(status.state()), "\n");
  if (!status.held_by_display_name().empty()) {
    absl::StrAppend(&text, "Prise en charge par ", status.held_by_display_name(), " ",
                    status.held_by_phone(), "\n");
  }
  if (!status.reason().empty()) absl::StrAppend(&text, "Raison : ", status.reason(), "\n");
  if (!status.blocking_rule().empty()) {
    absl::StrAppend(&text, "Ce qui bloque : ", BlockingInFrench(status.blocking_rule()), "\n");
  }
  for (const std::string& question : status.open_questions()) {
    absl::StrAppend(&text, "Précision attendue : ", FactInFrench(question), "\n");
  }
  return text;
}

absl::Status Track(const Run& run, const std::string& code) {
  const std::optional<clients::Trade> trade = clients::TradeOfCode(code);
  if (!trade.has_value()) return absl::InvalidArgumentError("ce n'est pas un code de suivi");
  clients::RequestsClient client(run.session.Channel());
  ASSIGN_OR_RETURN(const clients::FollowedRequest followed,
                   client.Status(*trade, run.session.WithCode(code)));
  Show(run, followed.status, ToText);
  return absl::OkStatus();
}

}  // namespace

void AddTrack(CLI::App& app, Run& run) {
  const auto code = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("track", "Où en est une demande");
  command->add_option("code", *code, "Code de suivi")->required();
  command->callback([&run, code] { run.status = Track(run, *code); });
}

}  // namespace entraide::cli
