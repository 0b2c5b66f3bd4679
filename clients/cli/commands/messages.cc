// SPDX-License-Identifier: EUPL-1.2
#include <map>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "clients/cli/commands/commands.h"
#include "entraide/notify/v1/notify_service.grpc.pb.h"
#include "services/platform/base/status.h"
#include "services/platform/base/uuid.h"

namespace entraide::cli {
namespace {

using notify::v1::ListMessagesRequest;
using notify::v1::ListMessagesResponse;
using notify::v1::Message;
using notify::v1::NotifyService;

const std::map<std::string, Message::State> kStates = {
    {"all", Message::STATE_UNSPECIFIED}, {"waiting", Message::STATE_WAITING},
    {"sending", Message::STATE_SENDING}, {"sent", Message::STATE_SENT},
    {"dropped", Message::STATE_DROPPED}, {"dead", Message::STATE_DEAD},
};

std::string StateWord(Message::State state) {
  for (const auto& [word, value] : kStates) {
    if (value == state) return word;
  }
  return absl::StrCat(static_cast<int>(state));
}

std::string Moment(const google::protobuf::Timestamp& time) {
  return absl::FormatTime("%Y-%m-%d %H:%M", absl::FromUnixSeconds(time.seconds()),
                          absl::LocalTimeZone());
}

std::string MessageTable(const ListMessagesResponse& list) {
  if (list.messages().empty()) return "Aucun message.\n";
  std::vector<std::vector<std::string>> rows;
  for (const Message& message : list.messages()) {
    rows.push_back(
        {message.name(), Moment(message.create_time()), message.request(), message.letter(),
         message.organization().empty() ? "la personne" : message.organization(),
         StateWord(message.state()), message.reason(), absl::StrCat(message.attempt_count()),
         message.possibly_sent_twice() ? "peut-être" : ""});
  }
  return Table(
      {"message", "écrit le", "demande", "lettre", "pour", "état", "raison", "essais", "en double"},
      rows);
}

absl::StatusOr<ListMessagesResponse> List(const Run& run, ListMessagesRequest request) {
  const auto stub = NotifyService::NewStub(run.session.Channel());
  request.set_page_size(500);
  return clients::Call(*stub, &NotifyService::Stub::ListMessages, request, run.session.Options());
}

absl::Status ShowMessages(const Run& run, const ListMessagesRequest& request) {
  ASSIGN_OR_RETURN(const ListMessagesResponse list, List(run, request));
  Show(run, list, MessageTable);
  return absl::OkStatus();
}

absl::Status ReplayOne(const Run& run, const std::string& name) {
  notify::v1::ReplayMessageRequest request;
  request.set_name(name);
  request.set_request_id(NewUuid());
  const auto stub = NotifyService::NewStub(run.session.Channel());
  return clients::Call(*stub, &NotifyService::Stub::ReplayMessage, request, run.session.Options())
      .status();
}

// One message, or all that are dead, 500 at a time.
absl::Status Replay(const Run& run, std::vector<std::string> names) {
  if (names.empty()) {
    ListMessagesRequest dead;
    dead.set_state(Message::STATE_DEAD);
    ASSIGN_OR_RETURN(const ListMessagesResponse list, List(run, dead));
    for (const Message& message : list.messages()) names.push_back(message.name());
  }
  for (const std::string& name : names) RETURN_IF_ERROR(ReplayOne(run, name));
  std::cout << names.size() << " message(s) à renvoyer.\n";
  return absl::OkStatus();
}

}  // namespace

void AddMessages(CLI::App& app, Run& run) {
  const auto wanted = std::make_shared<ListMessagesRequest>();
  const auto state = std::make_shared<Message::State>(Message::STATE_DEAD);
  const auto twice = std::make_shared<bool>(false);
  CLI::App* messages = app.add_subcommand(
      "messages", "Les courriels et SMS, sans adresse ni texte ; d'abord ceux qui n'ont pu partir");
  messages->add_option("--state", *state, "dead (défaut), waiting, sending, sent, dropped ou all")
      ->transform(CLI::CheckedTransformer(kStates));
  messages->add_flag("--twice", *twice, "Ceux qui ont pu arriver deux fois, quel que soit l'état");
  messages->callback([&run, wanted, state, twice] {
    if (!*twice) wanted->set_state(*state);
    wanted->set_possibly_sent_twice(*twice);
    run.status = ShowMessages(run, *wanted);
  });

  const auto name = std::make_shared<std::string>();
  const auto all = std::make_shared<bool>(false);
  CLI::App* replay = app.add_subcommand("replay", "Renvoie un message qui n'a pu partir");
  auto* one = replay->add_option("message", *name, "messages/...");
  replay->add_flag("--all", *all, "Tous ceux qui n'ont pu partir")->excludes(one);
  replay->callback([&run, name, all] {
    if (name->empty() != *all) {
      run.status = absl::InvalidArgumentError("donnez un message, ou --all");
      return;
    }
    run.status = Replay(run, *all ? std::vector<std::string>() : std::vector{*name});
  });
}

}  // namespace entraide::cli
