// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <CLI/CLI.hpp>
#include <iostream>

#include "absl/status/status.h"
#include "clients/cli/print.h"
#include "clients/cli/session.h"

namespace entraide::cli {

// One call of the program: the shared settings, and how it ended.
struct Run {
  Session session{};
  absl::Status status{};
};

// Each adds one command, or a few that belong together, to `app`; `run` outlives it.
void AddSearch(CLI::App& app, Run& run);
void AddWhoServes(CLI::App& app, Run& run);
void AddExplain(CLI::App& app, Run& run);
void AddPlans(CLI::App& app, Run& run);  // assign, plan-day
void AddRequest(CLI::App& app, Run& run);
void AddTrack(CLI::App& app, Run& run);
void AddInbox(CLI::App& app, Run& run);
void AddAnswers(CLI::App& app, Run& run);  // accept, decline, complete, contact
void AddActions(CLI::App& app, Run& run);  // act, reply
void AddGarage(CLI::App& app, Run& run);   // garage vehicles, add-vehicle, uses
void AddImports(CLI::App& app, Run& run);
void AddSignIn(CLI::App& app, Run& run);
void AddGrant(CLI::App& app, Run& run);
void AddCompletion(CLI::App& app, Run& run);

// Prints an answer as JSON, or as the text that `table` makes of it.
template <typename Message, typename Table>
void Show(const Run& run, const Message& message, const Table& table) {
  std::cout << (run.session.output == Output::kJson ? Json(message) : table(message));
}

}  // namespace entraide::cli
