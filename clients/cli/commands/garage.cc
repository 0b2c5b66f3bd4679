// SPDX-License-Identifier: EUPL-1.2
// What a garage has: its jobs in their detail, its vehicles, and for whom they are kept.
#include <functional>
#include <memory>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/explain/sentences.h"
#include "entraide/garage/v1/fleet_service.grpc.pb.h"
#include "entraide/garage/v1/garage_service.grpc.pb.h"
#include "services/platform/base/status.h"
#include "services/platform/base/uuid.h"

namespace entraide::cli {
namespace {

namespace garage = ::entraide::garage::v1;
using Stub = garage::FleetService::Stub;

// What was typed, whatever the command.
struct Typed {
  std::string name{}, first_date{}, last_date{};
  garage::Vehicle vehicle{};
};

std::string Euros(std::int64_t cents) {
  return absl::StrFormat("%d,%02d €", cents / 100, cents % 100);
}

template <typename Request, typename Response>
absl::StatusOr<Response> Call(const Run& run,
                              grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                                           Response*),
                              const Request& request, const clients::CallOptions& options) {
  const auto stub = garage::FleetService::NewStub(run.session.Channel());
  return clients::Call(*stub, method, request, options);
}

std::string JobText(const garage::Job& job) {
  std::string text = absl::StrCat(job.name(), " : ", StateInFrench(job.request().state()), "\n");
  const garage::JobProgress& progress = job.progress();
  if (progress.has_quote()) {
    const garage::Quote& quote = progress.quote();
    absl::StrAppend(&text, "Devis ", quote.version(), " : ", Euros(quote.total_cents()),
                    ", valable jusqu'au ", quote.valid_until_date(), "\n");
    for (const garage::Share& share : quote.shares()) {
      absl::StrAppend(&text, "  ", share.funder(), " : ", Euros(share.cents()), "\n");
    }
  }
  if (progress.has_loan()) {
    const garage::Loan& loan = progress.loan();
    absl::StrAppend(&text, "Prêt du ", loan.first_date(), " au ", loan.last_date(), " : ",
                    loan.vehicle(), "\n");
  }
  if (!progress.repair().invoice().empty()) {
    absl::StrAppend(&text, "Facture ", progress.repair().invoice(), " : ",
                    Euros(progress.repair().cost_cents()), "\n");
  }
  return text;
}

absl::Status ShowJob(const Run& run, const Typed& typed) {
  garage::GetJobRequest request;
  request.set_name(typed.name);
  const auto stub = garage::GarageService::NewStub(run.session.Channel());
  ASSIGN_OR_RETURN(const garage::Job job, clients::Call(*stub, &garage::GarageService::Stub::GetJob,
                                                        request, run.session.Options()));
  Show(run, job, JobText);
  return absl::OkStatus();
}

absl::Status Vehicles(const Run& run, const Typed& /*typed*/) {
  garage::ListVehiclesRequest request;
  request.set_page_size(500);
  ASSIGN_OR_RETURN(const garage::ListVehiclesResponse list,
                   Call(run, &Stub::ListVehicles, request, run.session.Options()));
  Show(run, list, [](const garage::ListVehiclesResponse& shown) {
    std::vector<std::vector<std::string>> rows;
    for (const garage::Vehicle& vehicle : shown.vehicles()) {
      rows.push_back({vehicle.plate(), vehicle.vehicle_class(), vehicle.display_name(),
                      vehicle.roadworthy_until_date(), vehicle.insured_until_date(),
                      vehicle.retired(), vehicle.name()});
    }
    return Table({"PLAQUE", "GENRE", "MODÈLE", "CONTRÔLE", "ASSURANCE", "RETIRÉ", "NOM"}, rows);
  });
  return absl::OkStatus();
}

absl::Status AddVehicle(const Run& run, const Typed& typed) {
  garage::CreateVehicleRequest request;
  request.set_request_id(NewUuid());
  *request.mutable_vehicle() = typed.vehicle;
  ASSIGN_OR_RETURN(const garage::Vehicle vehicle,
                   Call(run, &Stub::CreateVehicle, request, run.session.Options()));
  Show(run, vehicle, [](const garage::Vehicle& shown) { return shown.name() + "\n"; });
  return absl::OkStatus();
}

absl::Status Uses(const Run& run, const Typed& typed) {
  garage::ListVehicleUsesRequest request;
  request.set_first_date(typed.first_date);
  request.set_last_date(typed.last_date);
  ASSIGN_OR_RETURN(const garage::ListVehicleUsesResponse list,
                   Call(run, &Stub::ListVehicleUses, request, run.session.Options()));
  Show(run, list, [](const garage::ListVehicleUsesResponse& shown) {
    std::vector<std::vector<std::string>> rows;
    for (const garage::VehicleUse& use : shown.uses()) {
      rows.push_back({use.first_date(), use.last_date(), use.is_out() ? "sorti" : "réservé",
                      use.vehicle(), use.job()});
    }
    return Table({"DU", "AU", "ÉTAT", "VÉHICULE", "DEMANDE"}, rows);
  });
  return absl::OkStatus();
}

CLI::App* Add(CLI::App& app, Run& run, const std::string& verb, const std::string& help,
              const std::shared_ptr<Typed>& typed,
              absl::Status (*perform)(const Run&, const Typed&)) {
  CLI::App* command = app.add_subcommand(verb, help);
  command->callback([&run, typed, perform] { run.status = perform(run, *typed); });
  return command;
}

void AddText(CLI::App* command, const std::string& option, const std::string& help,
             const std::function<void(const std::string&)>& set) {
  command->add_option_function<std::string>(option, set, help);
}

}  // namespace

void AddGarage(CLI::App& app, Run& run) {
  CLI::App& group =
      *app.add_subcommand("garage", "Réparations, prêts et véhicules de votre garage");
  group.require_subcommand(1);
  const auto typed = std::make_shared<Typed>();
  Add(group, run, "show", "Où en est une demande", typed, ShowJob)
      ->add_option("nom", typed->name, "jobs/...")
      ->required();
  Add(group, run, "vehicles", "Les véhicules que vous prêtez", typed, Vehicles);
  CLI::App* uses = Add(group, run, "uses", "À qui ils sont réservés ou prêtés", typed, Uses);
  uses->add_option("du", typed->first_date, "AAAA-MM-JJ")->required();
  uses->add_option("au", typed->last_date, "AAAA-MM-JJ")->required();
  CLI::App* vehicle = Add(group, run, "add-vehicle", "Ajouter un véhicule", typed, AddVehicle);
  garage::Vehicle* added = &typed->vehicle;
  AddText(vehicle, "--class", "car, van, scooter, e-bike ou bike",
          [added](const std::string& text) { added->set_vehicle_class(text); });
  AddText(vehicle, "--plate", "Plaque ou numéro",
          [added](const std::string& text) { added->set_plate(text); });
  AddText(vehicle, "--model", "Marque et modèle",
          [added](const std::string& text) { added->set_display_name(text); });
  AddText(vehicle, "--inspection", "Contrôle technique jusqu'au, AAAA-MM-JJ",
          [added](const std::string& text) { added->set_roadworthy_until_date(text); });
  AddText(vehicle, "--insurance", "Assurance jusqu'au, AAAA-MM-JJ",
          [added](const std::string& text) { added->set_insured_until_date(text); });
}

}  // namespace entraide::cli
