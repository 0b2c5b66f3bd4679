// SPDX-License-Identifier: EUPL-1.2
#include <optional>

#include "absl/strings/str_cat.h"
#include "clients/cli/action.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/explain/sentences.h"
#include "clients/cpp/requests_client.h"
#include "services/platform/base/status.h"
#include "services/platform/base/uuid.h"

namespace entraide::cli {
namespace {

struct Typed {
  std::string about{};  // A name, or a tracking code.
  TypedAction action{};
};

common::v1::RequestState StateOf(const auto& answer) {
  if constexpr (requires { answer.request(); }) {
    return answer.request().state();
  } else {
    return answer.status().state();
  }
}

template <typename Stub, typename Request, typename Response>
absl::Status Send(const Run& run, Stub& stub,
                  grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                  Request request, const TypedAction& action, const clients::CallOptions& options) {
  RETURN_IF_ERROR(FillAction(action, request));
  request.set_request_id(NewUuid());
  ASSIGN_OR_RETURN(const Response answer, clients::Call(stub, method, request, options));
  Show(run, answer, [](const Response& shown) {
    return absl::StrCat(shown.name(), " : ", StateInFrench(StateOf(shown)), "\n");
  });
  return absl::OkStatus();
}

absl::Status Act(const Run& run, const Typed& typed) {
  const auto options = run.session.Options();
  const auto send = [&](auto stub, auto method, auto request) {
    request.set_name(typed.about);
    return Send(run, *stub, method, request, typed.action, options);
  };
  const std::optional<clients::Trade> trade = clients::TradeOfName(typed.about);
  if (!trade.has_value()) return absl::InvalidArgumentError("rides/..., jobs/... ou visits/...");
  switch (*trade) {
    case clients::Trade::kRides:
      return send(rides::v1::RidesService::NewStub(run.session.Channel()),
                  &rides::v1::RidesService::Stub::ActOnRide, rides::v1::ActOnRideRequest());
    case clients::Trade::kGarage:
      return send(garage::v1::GarageService::NewStub(run.session.Channel()),
                  &garage::v1::GarageService::Stub::ActOnJob, garage::v1::ActOnJobRequest());
    case clients::Trade::kHomeHelp:
      break;
  }
  return send(homehelp::v1::HomeHelpService::NewStub(run.session.Channel()),
              &homehelp::v1::HomeHelpService::Stub::ActOnVisit, homehelp::v1::ActOnVisitRequest());
}

// A name is of what the caller's body filed; a code opens one request by itself.
absl::Status Reply(const Run& run, const Typed& typed) {
  const std::optional<clients::Trade> named = clients::TradeOfName(typed.about);
  const std::optional<clients::Trade> trade =
      named.has_value() ? named : clients::TradeOfCode(typed.about);
  if (!trade.has_value()) return absl::InvalidArgumentError("ni un code de suivi, ni un nom");
  const auto options =
      named.has_value() ? run.session.Options() : run.session.WithCode(typed.about);
  const auto send = [&](auto stub, auto method, auto request) {
    if (named.has_value()) request.set_name(typed.about);
    return Send(run, *stub, method, request, typed.action, options);
  };
  switch (*trade) {
    case clients::Trade::kRides:
      return send(rides::v1::RidesService::NewStub(run.session.Channel()),
                  &rides::v1::RidesService::Stub::ReplyOnRide, rides::v1::ReplyOnRideRequest());
    case clients::Trade::kGarage:
      return send(garage::v1::GarageService::NewStub(run.session.Channel()),
                  &garage::v1::GarageService::Stub::ReplyOnJob, garage::v1::ReplyOnJobRequest());
    case clients::Trade::kHomeHelp:
      break;
  }
  return send(homehelp::v1::HomeHelpService::NewStub(run.session.Channel()),
              &homehelp::v1::HomeHelpService::Stub::ReplyOnVisit,
              homehelp::v1::ReplyOnVisitRequest());
}

void Add(CLI::App& app, Run& run, const std::string& verb, const std::string& help,
         const std::string& about, absl::Status (*perform)(const Run&, const Typed&)) {
  const auto typed = std::make_shared<Typed>();
  CLI::App* command = app.add_subcommand(verb, help);
  command->add_option("demande", typed->about, about)->required();
  command->add_option("geste", typed->action.name, "Un mauvais nom donne la liste des bons")
      ->required();
  command->add_option("champs", typed->action.fields, "champ=valeur, par exemple reason=too-far");
  command->callback([&run, typed, perform] { run.status = perform(run, *typed); });
}

}  // namespace

void AddActions(CLI::App& app, Run& run) {
  Add(app, run, "act", "Agit sur une demande que votre structure a prise, par exemple release",
      "rides/..., jobs/... ou visits/...", Act);
  Add(app, run, "reply", "Agit pour la personne qui demande, par exemple still_needed ou agree",
      "Code de suivi, ou nom de ce que votre structure a déposé", Reply);
}

}  // namespace entraide::cli
