// SPDX-License-Identifier: EUPL-1.2
// `entraide`: the command line of operators and associations.

#include <CLI/CLI.hpp>
#include <iostream>
#include <map>

#include "clients/cli/commands/commands.h"
#include "clients/cli/print.h"

int main(int argc, char** argv) {
  entraide::cli::Run run;
  CLI::App app("Entraide en ligne de commande", "entraide");
  app.require_subcommand(1);
  app.fallthrough();
  app.add_option("--server", run.session.server,
                 "Adresse du serveur, unix:CHEMIN (ENTRAIDE_SERVER)");
  app.add_option("--token-file", run.session.token_file,
                 "Fichier de session (ENTRAIDE_TOKEN_FILE)");
  app.add_option("--output", run.session.output, "table ou json")
      ->transform(CLI::CheckedTransformer(std::map<std::string, entraide::cli::Output>{
          {"table", entraide::cli::Output::kTable}, {"json", entraide::cli::Output::kJson}}));
  entraide::cli::AddSearch(app, run);
  entraide::cli::AddWhoServes(app, run);
  entraide::cli::AddExplain(app, run);
  entraide::cli::AddRequest(app, run);
  entraide::cli::AddTrack(app, run);
  entraide::cli::AddInbox(app, run);
  entraide::cli::AddAnswers(app, run);
  entraide::cli::AddActions(app, run);
  entraide::cli::AddGarage(app, run);
  entraide::cli::AddPlans(app, run);
  entraide::cli::AddImports(app, run);
  entraide::cli::AddSignIn(app, run);
  entraide::cli::AddGrant(app, run);
  entraide::cli::AddCompletion(app, run);
  CLI11_PARSE(app, argc, argv);
  if (run.status.ok()) return 0;
  std::cerr << "Erreur : " << entraide::cli::Explain(run.status) << "\n";
  return 1;
}
