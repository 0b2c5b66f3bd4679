// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/directory/domain/organization.h"
#include "services/platform/pg/transaction.h"

namespace entraide::directory {

// The id of the entry of an import; empty if there is none.
absl::StatusOr<PartnerId> FindPartner(pg::Transaction& tx, const Origin& origin);
absl::Status WritePartner(pg::Transaction& tx, const Partner& partner);
// Those of these that exist, in this order.
absl::StatusOr<std::vector<Partner>> ReadPartners(pg::Transaction& tx,
                                                  const std::vector<std::string>& ids);

// Where a page of partners begins and what narrows it; "" is no filter.
struct PartnerQuery {
  std::string support{};
  std::string serves_commune{};      // A code of today.
  std::vector<std::string> after{};  // Name and id of the last one seen.
  int limit = 0;
};

// Ids by name.
absl::StatusOr<std::vector<std::string>> ListPartnerIds(pg::Transaction& tx,
                                                        const PartnerQuery& query);

}  // namespace entraide::directory
