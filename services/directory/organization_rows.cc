// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/organization_rows.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "services/directory/convert.h"
#include "services/directory/import.h"
#include "services/directory/store/commune_store.h"
#include "services/directory/store/place_store.h"
#include "services/platform/base/status.h"
#include "services/platform/base/text.h"

namespace entraide::directory {
namespace {

std::string OfferPath(int line, std::size_t position) {
  return absl::StrCat(LinePath(line), "service_offers[", position, "].");
}

void CheckNew(const Origin& origin, absl::string_view what, const std::string& path,
              OrganizationRows& rows) {
  const std::string key = absl::StrCat(what, "\n", origin.source, "\n", origin.local_id);
  if (rows.origins.insert(key).second) return;
  rows.found.Add(absl::StrCat(path, "local_id"), "DUPLICATE", "an id that no line has above");
}

void TakeOrganization(int line, const v1::OrganizationEntry& proto, OrganizationRows& rows) {
  const std::string path = absl::StrCat(LinePath(line), "organization.");
  OrganizationEntry entry{.line = line, .organization = FromProto(proto.organization())};
  Check(entry.organization, path, rows.found);
  CheckNew(entry.organization.origin, "organization", path, rows);
  absl::flat_hash_set<std::string> local_ids;
  for (const v1::ServiceOffer& offer : proto.service_offers()) {
    const std::string offer_path = OfferPath(line, entry.offers.size());
    entry.offers.push_back(FromProto(offer, offer_path, rows.found));
    Check(entry.offers.back(), offer_path, rows.found);
    if (!local_ids.insert(offer.local_id()).second) {
      rows.found.Add(absl::StrCat(offer_path, "local_id"), "DUPLICATE", "another id");
    }
  }
  rows.organizations.push_back(std::move(entry));
}

void TakePartner(int line, const v1::Partner& proto, OrganizationRows& rows) {
  const std::string path = absl::StrCat(LinePath(line), "partner.");
  PartnerEntry entry{.line = line, .partner = FromProto(proto)};
  Check(entry.partner, path, rows.found);
  CheckNew(entry.partner.origin, "partner", path, rows);
  rows.partners.push_back(std::move(entry));
}

absl::Status CheckPlace(pg::Transaction& tx, int line, Organization& organization,
                        Violations& found) {
  if (!IsInseeCode(organization.commune)) return absl::OkStatus();  // Told already.
  ASSIGN_OR_RETURN(std::optional<std::string> current, CurrentCode(tx, organization.commune));
  if (current.has_value()) {
    organization.commune = *std::move(current);
  } else {
    found.Add(absl::StrCat(LinePath(line), "organization.commune"), "UNKNOWN_VALUE",
              "a commune of the directory");
  }
  return absl::OkStatus();
}

}  // namespace

void Take(const v1::OrganizationRow& row, OrganizationRows& rows) {
  switch (row.entry_case()) {
    case v1::OrganizationRow::kOrganization:
      return TakeOrganization(row.line(), row.organization(), rows);
    case v1::OrganizationRow::kPartner:
      return TakePartner(row.line(), row.partner(), rows);
    case v1::OrganizationRow::ENTRY_NOT_SET:
      rows.found.Add(absl::StrCat(LinePath(row.line()), "entry"), "REQUIRED",
                     "organization or partner");
  }
}

absl::Status CheckPlaces(pg::Transaction& tx, OrganizationRows& rows) {
  for (OrganizationEntry& entry : rows.organizations) {
    RETURN_IF_ERROR(CheckPlace(tx, entry.line, entry.organization, rows.found));
    for (std::size_t i = 0; i < entry.offers.size(); ++i) {
      RETURN_IF_ERROR(CheckKnown(tx, entry.offers[i].zone,
                                 absl::StrCat(OfferPath(entry.line, i), "zone"), rows.found));
    }
  }
  for (const PartnerEntry& entry : rows.partners) {
    RETURN_IF_ERROR(CheckKnown(tx, entry.partner.zone,
                               absl::StrCat(LinePath(entry.line), "partner.zone"), rows.found));
  }
  return absl::OkStatus();
}

}  // namespace entraide::directory
