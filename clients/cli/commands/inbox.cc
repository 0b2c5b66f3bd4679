// SPDX-License-Identifier: EUPL-1.2
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "clients/cli/commands/commands.h"
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

}  // namespace

void AddInbox(CLI::App& app, Run& run) {
  app.add_subcommand("inbox", "Les demandes qui attendent la réponse de votre structure")
      ->callback([&run] { run.status = Inbox(run); });
}

}  // namespace entraide::cli
