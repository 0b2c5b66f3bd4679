// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/domain/grant.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "services/platform/base/status.h"
#include "services/platform/base/text.h"
#include "services/platform/base/violations.h"

namespace entraide::identity {
namespace {

constexpr std::size_t kLongestId = 63;

bool IsInOrganization(Role role) { return role <= Role::kCoordinator; }

bool IsSiren(absl::string_view text) {
  return text.size() == 9 && std::all_of(text.begin(), text.end(), [](char c) {
           return absl::ascii_isdigit(static_cast<unsigned char>(c));
         });
}

void CheckOrganization(const Grant& grant, Violations& found) {
  if (!IsInOrganization(grant.role)) {
    if (!grant.organization.empty()) found.Add("organization", "OUT_OF_RANGE", "none here");
  } else if (grant.organization.empty()) {
    found.Add("organization", "REQUIRED", "organizations/{organization}");
  } else if (!IsKebab(grant.organization) || grant.organization.size() > kLongestId) {
    found.Add("organization", "MALFORMED", "organizations/{organization}");
  }
}

void CheckEpci(const Grant& grant, Violations& found) {
  if (grant.role != Role::kOfficial) {
    if (!grant.epci_siren.empty()) found.Add("epci_siren", "OUT_OF_RANGE", "officials only");
  } else if (grant.epci_siren.empty()) {
    found.Add("epci_siren", "REQUIRED", "nine digits");
  } else if (!IsSiren(grant.epci_siren)) {
    found.Add("epci_siren", "MALFORMED", "nine digits");
  }
}

}  // namespace

absl::Status CheckGrant(const Grant& grant) {
  Violations found;
  CheckOrganization(grant, found);
  CheckEpci(grant, found);
  return found.ToStatus();
}

absl::Status CheckGranter(const Granter& granter, const Grant& grant) {
  if (granter.role == Role::kAdmin) return absl::OkStatus();
  const bool own = granter.role == Role::kCoordinator && IsInOrganization(grant.role) &&
                   !granter.organization.empty() && grant.organization == granter.organization;
  if (own && grant.demo == granter.demo) return absl::OkStatus();
  return WithReason(absl::PermissionDeniedError("not a role of the caller to give"),
                    "ROLE_FORBIDS");
}

const Grant* Highest(const std::vector<Grant>& grants, DemoGrants demo) {
  const Grant* highest = nullptr;
  for (const Grant& grant : grants) {
    if (grant.demo && demo == DemoGrants::kRefused) continue;
    if (highest == nullptr || grant.role >= highest->role) highest = &grant;
  }
  return highest;
}

}  // namespace entraide::identity
