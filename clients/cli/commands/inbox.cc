// SPDX-License-Identifier: EUPL-1.2
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/explain/sentences.h"
#include "clients/cpp/requests_client.h"
#include "services/platform/base/status.h"

namespace entraide::cli {
namespace {

constexpr clients::Trade kTrades[] = {clients::Trade::kRides, clients::Trade::kGarage,
                                      clients::Trade::kHomeHelp};

std::string When(const google::protobuf::Timestamp& proto) {
  absl::TimeZone paris;
  absl::LoadTimeZone("Europe/Paris", &paris);
  return absl::FormatTime("%d/%m/%Y %H:%M", absl::FromUnixSeconds(proto.seconds()), paris);
}

absl::Status Inbox(const Run& run) {
  clients::RequestsClient client(run.session.Channel());
  std::vector<std::vector<std::string>> rows;
  std::string json;
  for (const clients::Trade trade : kTrades) {
    ASSIGN_OR_RETURN(const auto offers, client.ListOffers(trade, run.session.Options()));
    for (const clients::AskedOffer& offer : offers) {
      rows.push_back({offer.offer.kind(), offer.offer.residence_commune(),
                      When(offer.offer.expire_time()), offer.name});
      absl::StrAppend(&json, "{\"name\": \"", offer.name, "\", \"offer\": ", Json(offer.offer),
                      "}\n");
    }
  }
  if (run.session.output == Output::kJson) {
    std::cout << json;
  } else if (rows.empty()) {
    std::cout << "Aucune demande n'attend votre réponse.\n";
  } else {
    std::cout << Table({"BESOIN", "COMMUNE", "RÉPONDRE AVANT", "PROPOSITION"}, rows);
  }
  return absl::OkStatus();
}

std::string WhyInFrench(common::v1::CallNeeded::Why why) {
  switch (why) {
    case common::v1::CallNeeded::WHY_NO_DIGITAL:
      return "ne veut pas de message";
    case common::v1::CallNeeded::WHY_NO_ADDRESS:
      return "pas d'adresse";
    case common::v1::CallNeeded::WHY_SILENT:
      return "n'a pas répondu";
    default:
      return "";
  }
}

absl::Status Calls(const Run& run) {
  clients::RequestsClient client(run.session.Channel());
  common::v1::ListCallsNeededResponse all;
  for (const clients::Trade trade : kTrades) {
    ASSIGN_OR_RETURN(const auto calls, client.ListCalls(trade, run.session.Options()));
    all.mutable_calls()->Add(calls.begin(), calls.end());
  }
  Show(run, all, [](const common::v1::ListCallsNeededResponse& shown) -> std::string {
    if (shown.calls().empty()) return "Personne n'est à appeler.\n";
    std::vector<std::vector<std::string>> rows;
    for (const common::v1::CallNeeded& call : shown.calls()) {
      rows.push_back({When(call.news().time()), StateInFrench(call.news().state()),
                      WhyInFrench(call.why()), call.hours(), call.name()});
    }
    return Table({"DEPUIS", "À DIRE", "POURQUOI", "HEURES", "DEMANDE"}, rows);
  });
  return absl::OkStatus();
}

}  // namespace

void AddInbox(CLI::App& app, Run& run) {
  app.add_subcommand("inbox", "Les demandes qui attendent la réponse de votre structure")
      ->callback([&run] { run.status = Inbox(run); });
  app.add_subcommand("calls", "Les personnes qu'aucun message n'atteint, et qu'il faut appeler")
      ->callback([&run] { run.status = Calls(run); });
}

}  // namespace entraide::cli
