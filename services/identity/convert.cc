// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/convert.h"

#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "services/platform/base/status.h"
#include "services/platform/base/uuid.h"
#include "services/platform/base/violations.h"

namespace entraide::identity {
namespace {

constexpr absl::string_view kOrganizations = "organizations/";

access::v1::Role ToProto(Role role) {
  switch (role) {
    case Role::kPrescriber:
      return access::v1::ROLE_PRESCRIBER;
    case Role::kVolunteer:
      return access::v1::ROLE_VOLUNTEER;
    case Role::kStaff:
      return access::v1::ROLE_STAFF;
    case Role::kCoordinator:
      return access::v1::ROLE_COORDINATOR;
    case Role::kOfficial:
      return access::v1::ROLE_OFFICIAL;
    case Role::kAdmin:
      return access::v1::ROLE_ADMIN;
  }
  return access::v1::ROLE_UNSPECIFIED;
}

std::optional<Role> FromProto(access::v1::Role role) {
  for (const Role each : {Role::kPrescriber, Role::kVolunteer, Role::kStaff, Role::kCoordinator,
                          Role::kOfficial, Role::kAdmin}) {
    if (ToProto(each) == role) return each;
  }
  return std::nullopt;
}

std::string OrganizationName(const std::string& id) {
  return id.empty() ? "" : absl::StrCat(kOrganizations, id);
}

}  // namespace

auth::Caller CallerOf(const Session& session) {
  return {.role = ToProto(session.grant.role),
          .person = session.grant.person.value(),
          .organization = session.grant.organization,
          .epci = session.grant.epci_siren,
          .session_hash = session.token_hash,
          .demo = session.grant.demo};
}

v1::Session ToProto(const Session& session) {
  v1::Session proto;
  proto.set_role(ToProto(session.grant.role));
  proto.set_organization(OrganizationName(session.grant.organization));
  proto.set_epci_siren(session.grant.epci_siren);
  proto.mutable_expire_time()->set_seconds(absl::ToUnixSeconds(session.expire_time));
  proto.set_demo(session.grant.demo);
  return proto;
}

v1::Grant ToProto(const Grant& grant) {
  v1::Grant proto;
  proto.set_name(absl::StrCat("grants/", grant.id.value()));
  proto.set_role(ToProto(grant.role));
  proto.set_organization(OrganizationName(grant.organization));
  proto.set_epci_siren(grant.epci_siren);
  proto.set_demo(grant.demo);
  return proto;
}

Granter GranterOf(const auth::Caller& caller) {
  return {.role = FromProto(caller.role).value_or(Role::kPrescriber),
          .organization = caller.organization,
          .demo = caller.demo};
}

absl::StatusOr<Grant> ParseGrant(const v1::GrantRoleRequest& request) {
  const std::optional<Role> role = FromProto(request.role());
  if (!role.has_value()) return InvalidField("role", "UNKNOWN_VALUE", "a role that signs in");
  absl::string_view organization = request.organization();
  if (!organization.empty() && !absl::ConsumePrefix(&organization, kOrganizations)) {
    return InvalidField("organization", "MALFORMED", "organizations/{organization}");
  }
  Grant grant{.role = *role,
              .organization = std::string(organization),
              .epci_siren = request.epci_siren(),
              .demo = request.demo()};
  RETURN_IF_ERROR(CheckGrant(grant));
  return grant;
}

absl::StatusOr<GrantId> ParseGrantName(absl::string_view name) {
  if (!absl::ConsumePrefix(&name, "grants/") || !IsUuid(name)) {
    return InvalidField("name", "MALFORMED", "grants/{grant}");
  }
  return GrantId(absl::AsciiStrToLower(name));
}

}  // namespace entraide::identity
