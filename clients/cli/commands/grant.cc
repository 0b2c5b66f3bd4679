// SPDX-License-Identifier: EUPL-1.2
#include <map>

#include "absl/strings/str_cat.h"
#include "clients/cli/commands/commands.h"
#include "entraide/directory/v1/directory_service.grpc.pb.h"
#include "entraide/identity/v1/identity_service.grpc.pb.h"
#include "services/platform/base/status.h"
#include "services/platform/base/uuid.h"

namespace entraide::cli {
namespace {

using directory::v1::DirectoryService;
using identity::v1::IdentityService;

const std::map<std::string, access::v1::Role> kRoles = {
    {"prescriber", access::v1::ROLE_PRESCRIBER}, {"volunteer", access::v1::ROLE_VOLUNTEER},
    {"staff", access::v1::ROLE_STAFF},           {"coordinator", access::v1::ROLE_COORDINATOR},
    {"official", access::v1::ROLE_OFFICIAL},     {"admin", access::v1::ROLE_ADMIN},
};

struct Wanted {
  std::string email{}, organization{}, epci{};
  access::v1::Role role = access::v1::ROLE_UNSPECIFIED;
  bool demo = false;
};

// `organizations/{id}` as it is, else the one organization of that name.
absl::StatusOr<std::string> OrganizationNamed(const Run& run, const std::string& text) {
  if (text.rfind("organizations/", 0) == 0 || text.empty()) return text;
  const auto stub = DirectoryService::NewStub(run.session.Channel());
  directory::v1::ListOrganizationsRequest request;
  request.set_query(text);
  ASSIGN_OR_RETURN(const auto found,
                   clients::Call(*stub, &DirectoryService::Stub::ListOrganizations, request,
                                 run.session.Options()));
  for (const auto& organization : found.organizations()) {
    if (organization.display_name() == text) return organization.name();
  }
  if (found.organizations_size() == 1) return found.organizations(0).name();
  return absl::NotFoundError(absl::StrCat("aucune structure, ou plusieurs, pour « ", text, " »"));
}

absl::Status Grant(const Run& run, const Wanted& wanted) {
  identity::v1::GrantRoleRequest request;
  request.set_email(wanted.email);
  request.set_role(wanted.role);
  ASSIGN_OR_RETURN(*request.mutable_organization(), OrganizationNamed(run, wanted.organization));
  request.set_epci_siren(wanted.epci);
  request.set_demo(wanted.demo);
  request.set_request_id(NewUuid());
  const auto stub = IdentityService::NewStub(run.session.Channel());
  ASSIGN_OR_RETURN(
      const identity::v1::Grant grant,
      clients::Call(*stub, &IdentityService::Stub::GrantRole, request, run.session.Options()));
  Show(run, grant, [](const identity::v1::Grant& given) {
    return absl::StrCat("Droit donné : ", given.name(), "\n");
  });
  return absl::OkStatus();
}

absl::Status Revoke(const Run& run, const std::string& name) {
  identity::v1::RevokeRoleRequest request;
  request.set_name(name);
  request.set_request_id(NewUuid());
  const auto stub = IdentityService::NewStub(run.session.Channel());
  RETURN_IF_ERROR(
      clients::Call(*stub, &IdentityService::Stub::RevokeRole, request, run.session.Options())
          .status());
  std::cout << "Droit retiré ; ses sessions sont fermées.\n";
  return absl::OkStatus();
}

}  // namespace

void AddGrant(CLI::App& app, Run& run) {
  const auto wanted = std::make_shared<Wanted>();
  CLI::App* grant = app.add_subcommand("grant", "Donne un rôle à une adresse");
  grant->add_option("adresse", wanted->email, "Adresse e-mail de la personne")->required();
  grant->add_option("role", wanted->role, "Le rôle")
      ->required()
      ->transform(CLI::CheckedTransformer(kRoles));
  grant->add_option("--organization", wanted->organization, "Sa structure, par son nom");
  grant->add_option("--epci", wanted->epci, "Élus : SIREN de leur EPCI");
  grant->add_flag("--demo", wanted->demo, "Pour la démonstration seulement");
  grant->callback([&run, wanted] { run.status = Grant(run, *wanted); });

  const auto name = std::make_shared<std::string>();
  CLI::App* revoke = app.add_subcommand("revoke", "Retire un rôle");
  revoke->add_option("droit", *name, "grants/...")->required();
  revoke->callback([&run, name] { run.status = Revoke(run, *name); });
}

}  // namespace entraide::cli
