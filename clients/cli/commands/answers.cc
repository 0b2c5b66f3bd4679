// SPDX-License-Identifier: EUPL-1.2
#include "clients/cli/commands/commands.h"
#include "clients/cpp/requests_client.h"
#include "services/platform/base/status.h"
#include "services/platform/base/uuid.h"

namespace entraide::cli {
namespace {

struct Answer {
  std::string name{}, reason{};
};

enum class Reason { kNone, kRequired };

absl::Status Accept(const Run& run, const Answer& answer) {
  clients::RequestsClient client(run.session.Channel());
  ASSIGN_OR_RETURN(const auto held, client.Accept(answer.name, NewUuid(), run.session.Options()));
  std::cout << "Acceptée : " << held.name << "\n";
  return absl::OkStatus();
}

absl::Status Decline(const Run& run, const Answer& answer) {
  clients::RequestsClient client(run.session.Channel());
  RETURN_IF_ERROR(client.Decline(answer.name, answer.reason, NewUuid(), run.session.Options()));
  std::cout << "Refusée. On ne vous la proposera plus.\n";
  return absl::OkStatus();
}

absl::Status Complete(const Run& run, const Answer& answer) {
  clients::RequestsClient client(run.session.Channel());
  ASSIGN_OR_RETURN(const auto held,
                   client.Complete(answer.name, "", NewUuid(), run.session.Options()));
  std::cout << "Terminée : " << held.name << "\n";
  return absl::OkStatus();
}

absl::Status Reveal(const Run& run, const Answer& answer) {
  clients::RequestsClient client(run.session.Channel());
  ASSIGN_OR_RETURN(const common::v1::Contact contact,
                   client.RevealContact(answer.name, answer.reason, run.session.Options()));
  Show(run, contact, [](const common::v1::Contact& shown) {
    return Table({"NOM", "TÉLÉPHONE", "E-MAIL", "ADRESSE"},
                 {{shown.display_name(), shown.phone(), shown.email(), shown.address()}});
  });
  return absl::OkStatus();
}

// A command on one name, `perform`ed with what was typed.
void Add(CLI::App& app, Run& run, const std::string& verb, const std::string& help,
         absl::Status (*perform)(const Run&, const Answer&), Reason wants) {
  const auto answer = std::make_shared<Answer>();
  CLI::App* command = app.add_subcommand(verb, help);
  command->add_option("nom", answer->name, "Comme inbox le donne")->required();
  if (wants == Reason::kRequired)
    command->add_option("--reason", answer->reason, "Pourquoi")->required();
  command->callback([&run, answer, perform] { run.status = perform(run, *answer); });
}

}  // namespace

void AddAnswers(CLI::App& app, Run& run) {
  Add(app, run, "accept", "Accepte une proposition pour votre structure", Accept, Reason::kNone);
  Add(app, run, "decline",
      "Refuse une proposition : not-available, too-far, need-not-possible, too-late ou other",
      Decline, Reason::kRequired);
  Add(app, run, "complete", "Note qu'une demande a été servie", Complete, Reason::kNone);
  Add(app, run, "contact", "Montre comment joindre la personne ; chaque lecture est notée", Reveal,
      Reason::kRequired);
}

}  // namespace entraide::cli
