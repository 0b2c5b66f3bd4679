// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/platform/pg/transaction.h"

namespace entraide::directory {

// What narrows a search among what is published; "" is no filter.
struct DirectoryQuery {
  std::string text{};
  std::string serves_commune{};  // A code of today.
  std::string kind{};
  std::string audience{};
  std::string sector{};
  std::vector<std::string> after{};  // Sort key of the last one seen.
  int limit = 0;
};

// Ids by name and id, which are the sort key.
absl::StatusOr<std::vector<std::string>> SearchOrganizationIds(pg::Transaction& tx,
                                                               const DirectoryQuery& query);

// Ids of offers, by name and id of the organization, then of the offer: four parts.
absl::StatusOr<std::vector<std::string>> SearchOfferIds(pg::Transaction& tx,
                                                        const DirectoryQuery& query);

// Ids of the published offers of published organizations after `after`, by id.
absl::StatusOr<std::vector<std::string>> ListPublishedOfferIds(pg::Transaction& tx,
                                                               const std::string& after, int limit);

}  // namespace entraide::directory
