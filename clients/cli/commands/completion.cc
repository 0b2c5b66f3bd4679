// SPDX-License-Identifier: EUPL-1.2
#include <iostream>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "clients/cli/commands/commands.h"
#include "clients/cpp/kinds.h"
#include "proto/vocabulary/kinds.h"

namespace entraide::cli {
namespace {

// For bash, and for zsh through bashcompinit: commands first, then kinds, options and file names.
std::string BashScript(const CLI::App& app) {
  std::vector<std::string> verbs;
  std::string cases;
  for (const CLI::App* command : app.get_subcommands(nullptr)) {
    verbs.push_back(command->get_name());
    std::vector<std::string> options;
    for (const CLI::Option* option : command->get_options()) {
      for (const std::string& name : option->get_lnames()) options.push_back("--" + name);
    }
    absl::StrAppend(&cases, "    ", command->get_name(), ") words=\"", absl::StrJoin(options, " "),
                    "\" ;;\n");
  }
  std::vector<absl::string_view> kinds;
  for (const vocabulary::Kind& kind : vocabulary::Kinds()) {
    if (clients::TradeOfKind(kind.name).has_value()) kinds.push_back(kind.name);
  }
  return absl::StrCat(
      "_entraide() {\n  local words='' word=${COMP_WORDS[COMP_CWORD]}\n"
      "  if ((COMP_CWORD == 1)); then words=\"",
      absl::StrJoin(verbs, " "), "\"\n  else case ${COMP_WORDS[1]} in\n", cases, "    esac\n",
      "    case ${COMP_WORDS[1]} in explain|request|who-serves) words+=\" ",
      absl::StrJoin(kinds, " "),
      "\" ;; import-*) mapfile -t COMPREPLY < <(compgen -f -- \"$word\"); return ;; esac\n  fi\n"
      "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n}\n"
      "complete -F _entraide entraide\n");
}

}  // namespace

void AddCompletion(CLI::App& app, Run&) {
  app.add_subcommand("completion", "Écrit la complétion pour bash : source <(entraide completion)")
      ->callback([&app] { std::cout << BashScript(app); });
}

}  // namespace entraide::cli
