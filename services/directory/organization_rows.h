// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "entraide/directory/v1/import_rows.pb.h"
#include "services/directory/domain/organization.h"
#include "services/directory/domain/service_offer.h"
#include "services/platform/base/violations.h"
#include "services/platform/pg/transaction.h"

namespace entraide::directory {

// An organization of an import with all of its offers.
struct OrganizationEntry {
  int line = 0;
  Organization organization{};
  std::vector<ServiceOffer> offers{};
};

struct PartnerEntry {
  int line = 0;
  Partner partner{};
};

// The rows of a stream, and what is wrong with them.
struct OrganizationRows {
  std::vector<OrganizationEntry> organizations{};
  std::vector<PartnerEntry> partners{};
  absl::flat_hash_set<std::string> origins{};  // To find those that come twice.
  Violations found{};
};

void Take(const v1::OrganizationRow& row, OrganizationRows& rows);

// Adds what is unknown of their places, and gives organizations their commune of today.
absl::Status CheckPlaces(pg::Transaction& tx, OrganizationRows& rows);

}  // namespace entraide::directory
