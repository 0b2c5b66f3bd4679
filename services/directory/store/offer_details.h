// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "services/directory/domain/service_offer.h"
#include "services/platform/pg/transaction.h"

namespace entraide::directory {

// Offers by id, whose lists are to be read.
using OffersById = absl::flat_hash_map<std::string, ServiceOffer*>;

// The lists of an offer that are rows of their own: when it is given, to whom, at what price. Write
// replaces them; Read adds them to offers that have none yet.
absl::Status WriteSchedule(pg::Transaction& tx, const ServiceOffer& offer);
absl::Status ReadSchedules(pg::Transaction& tx, const std::vector<std::string>& ids,
                           const OffersById& offers);
absl::Status WriteTerms(pg::Transaction& tx, const ServiceOffer& offer);
absl::Status ReadTerms(pg::Transaction& tx, const std::vector<std::string>& ids,
                       const OffersById& offers);

}  // namespace entraide::directory
