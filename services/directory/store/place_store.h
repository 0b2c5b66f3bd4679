// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/directory/domain/ids.h"
#include "services/directory/domain/zone.h"
#include "services/platform/base/violations.h"
#include "services/platform/pg/transaction.h"

namespace entraide::directory {

// Adds a violation UNKNOWN_VALUE under `path` for each area whose code has the right form, and is
// in no commune we have.
absl::Status CheckKnown(pg::Transaction& tx, const Zone& zone, absl::string_view path,
                        Violations& found);

// Replaces the zone of an offer, and the communes that it holds.
absl::Status WriteZone(pg::Transaction& tx, const ServiceOfferId& id, const Zone& zone);
// Replaces the zone of a partner.
absl::Status WriteZone(pg::Transaction& tx, const PartnerId& id, const Zone& zone);

// Zones by the id of their owner.
using Zones = absl::flat_hash_map<std::string, Zone>;
absl::StatusOr<Zones> ReadOfferZones(pg::Transaction& tx, const std::vector<std::string>& offers);
absl::StatusOr<Zones> ReadPartnerZones(pg::Transaction& tx,
                                       const std::vector<std::string>& partners);

// The communes of the zone of an offer, by INSEE code.
absl::StatusOr<std::vector<std::string>> ReadOfferCommunes(pg::Transaction& tx,
                                                           const ServiceOfferId& id);

// Writes the communes of every zone anew, after communes changed; the offers whose communes are
// other now.
absl::StatusOr<std::vector<ServiceOfferId>> ExpandAllZones(pg::Transaction& tx);

}  // namespace entraide::directory
