// SPDX-License-Identifier: EUPL-1.2
#include <optional>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "clients/cli/commands/commands.h"
#include "clients/cpp/kinds.h"
#include "clients/cpp/requests_client.h"
#include "services/platform/base/status.h"
#include "services/platform/base/uuid.h"

namespace entraide::cli {
namespace {

struct Asked {
  std::string kind{}, commune{}, name{}, phone{}, email{}, hours{}, note{};
  std::string to{}, at{}, purpose = "other";  // rides
  std::string symptoms{};                     // garage
  bool sms = false, no_digital = false, consent = false;
};

// "2026-12-01 14:30" by the clock of Paris.
absl::StatusOr<google::protobuf::Timestamp> ParseWhen(const std::string& text) {
  absl::TimeZone paris;
  absl::LoadTimeZone("Europe/Paris", &paris);
  absl::Time time;
  std::string error;
  if (!absl::ParseTime("%Y-%m-%d %H:%M", text, paris, &time, &error)) {
    return absl::InvalidArgumentError("--at : écrivez la date ainsi : \"2026-12-01 14:30\"");
  }
  google::protobuf::Timestamp proto;
  proto.set_seconds(absl::ToUnixSeconds(time));
  return proto;
}

absl::StatusOr<clients::Details> RideOf(const Run& run, const Asked& asked,
                                        const std::string& residence) {
  rides::v1::RideDetails details;
  details.set_purpose(asked.purpose);
  details.set_pickup_commune(residence);
  if (!asked.to.empty()) {
    ASSIGN_OR_RETURN(const auto to, FindCommune(run.session, asked.to));
    details.set_dropoff_commune(to.insee_code());
  }
  if (!asked.at.empty()) {
    ASSIGN_OR_RETURN(*details.mutable_pickup_time(), ParseWhen(asked.at));
  }
  return details;
}

absl::StatusOr<clients::Details> DetailsOf(const Run& run, const Asked& asked, clients::Trade trade,
                                           const std::string& residence) {
  switch (trade) {
    case clients::Trade::kRides:
      return RideOf(run, asked, residence);
    case clients::Trade::kGarage: {
      garage::v1::JobDetails details;
      details.set_symptoms(asked.symptoms);
      return details;
    }
    case clients::Trade::kHomeHelp: {
      homehelp::v1::VisitDetails details;
      if (!asked.at.empty()) {
        ASSIGN_OR_RETURN(*details.mutable_start_time(), ParseWhen(asked.at));
      }
      return details;
    }
  }
  return absl::InternalError("unknown trade");
}

common::v1::RequestInput InputOf(const Asked& asked, const std::string& residence) {
  common::v1::RequestInput input;
  input.set_kind(asked.kind);
  input.set_residence_commune(residence);
  input.set_acting_for(common::v1::ACTING_FOR_SELF);
  input.mutable_contact()->set_display_name(asked.name);
  input.mutable_contact()->set_phone(asked.phone);
  input.mutable_contact()->set_email(asked.email);
  input.mutable_contact()->set_sms_ok(asked.sms);
  input.mutable_contact()->set_no_digital(asked.no_digital);
  input.mutable_contact()->set_hours(asked.hours);
  input.set_note_public(asked.note);
  input.set_consent_version("2026-11");
  return input;
}

absl::Status File(const Run& run, const Asked& asked) {
  const std::optional<clients::Trade> trade = clients::TradeOfKind(asked.kind);
  if (!trade.has_value()) {
    return absl::InvalidArgumentError(absl::StrCat("besoin inconnu : ", asked.kind));
  }
  if (!asked.consent) {
    return absl::InvalidArgumentError(
        "--consent : la personne doit accepter que sa demande soit montrée aux structures");
  }
  ASSIGN_OR_RETURN(const auto commune, FindCommune(run.session, asked.commune));
  ASSIGN_OR_RETURN(const clients::Details details,
                   DetailsOf(run, asked, *trade, commune.insee_code()));
  clients::RequestsClient client(run.session.Channel());
  // Filed without a session: the one of an operator must not be linked to a person.
  clients::CallOptions options = run.session.Options();
  options.authorization.clear();
  ASSIGN_OR_RETURN(
      const clients::FiledRequest filed,
      client.Create(InputOf(asked, commune.insee_code()), details, NewUuid(), options));
  if (run.session.output == Output::kJson) {
    std::cout << "{\"name\": \"" << filed.request.name << "\", \"tracking_code\": \""
              << filed.tracking_code << "\"}\n";
  } else {
    std::cout << "Demande enregistrée. Code de suivi : " << filed.tracking_code << "\n";
  }
  return absl::OkStatus();
}

}  // namespace

void AddRequest(CLI::App& app, Run& run) {
  const auto asked = std::make_shared<Asked>();
  CLI::App* command = app.add_subcommand("request", "Dépose une demande d'aide pour quelqu'un");
  command->add_option("besoin", asked->kind, "Par exemple repair, volunteer-ride, housework")
      ->required();
  command->add_option("--commune", asked->commune, "Où la personne habite")->required();
  command->add_option("--name", asked->name, "Son nom")->required();
  command->add_option("--phone", asked->phone, "Son téléphone");
  command->add_option("--email", asked->email, "Son adresse e-mail");
  command->add_flag("--sms", asked->sms, "Des SMS peuvent être envoyés à ce téléphone");
  command->add_flag("--no-digital", asked->no_digital, "Ni e-mail ni SMS : on l'appelle");
  command->add_option("--hours", asked->hours, "Quand l'appeler, par exemple \"le matin\"");
  command->add_option("--note", asked->note, "Pour les structures, sans nom ni téléphone");
  command->add_option("--to", asked->to, "Trajet : commune d'arrivée");
  command->add_option("--at", asked->at, "Quand : \"2026-12-01 14:30\"");
  command->add_option("--purpose", asked->purpose, "Trajet : motif")->capture_default_str();
  command->add_option("--symptoms", asked->symptoms, "Garage : ce qui ne va pas");
  command->add_flag("--consent", asked->consent,
                    "La personne accepte que sa demande soit montrée aux structures");
  command->callback([&run, asked] { run.status = File(run, *asked); });
}

}  // namespace entraide::cli
