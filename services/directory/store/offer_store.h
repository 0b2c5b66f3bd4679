// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/directory/domain/service_offer.h"
#include "services/directory/domain/viewer.h"
#include "services/platform/pg/transaction.h"

namespace entraide::directory {

// An offer within its organization, as names say it.
struct OfferKey {
  OrganizationId organization{};
  ServiceOfferId id{};
};

// Those of these that exist, in this order, whoever asks.
absl::StatusOr<std::vector<ServiceOffer>> ReadOffers(pg::Transaction& tx,
                                                     const std::vector<std::string>& ids);

// NOT_FOUND: OFFER_UNKNOWN, none of that key, or not for `viewer`.
absl::StatusOr<ServiceOffer> ReadOffer(pg::Transaction& tx, const OfferKey& key,
                                       const Viewer& viewer);
// Reads one that `viewer` may write and locks it until `tx` ends. NOT_FOUND: as above.
absl::StatusOr<ServiceOffer> LockOffer(pg::Transaction& tx, const OfferKey& key,
                                       const Viewer& viewer);

// Locks the offer of an import until `tx` ends; `.id` is empty if there is none.
absl::StatusOr<ServiceOffer> LockOfferOf(pg::Transaction& tx, const OrganizationId& organization,
                                         const std::string& local_id);

// Ids of an organization's offers in every state, by id after `after`, at most `limit`.
absl::StatusOr<std::vector<std::string>> ListOfferIds(pg::Transaction& tx,
                                                      const OrganizationId& organization,
                                                      absl::string_view after, int limit);

// Writes all of it, as revision + 1; its times are when. ABORTED: CHANGED_MEANWHILE, if the stored
// revision is another. ALREADY_EXISTS: LOCAL_ID_TAKEN in its organization.
absl::Status WriteOffer(pg::Transaction& tx, const ServiceOffer& offer);
// The same for the listing or the capacity alone.
absl::Status WriteListing(pg::Transaction& tx, const ServiceOffer& offer);
absl::Status WriteCapacity(pg::Transaction& tx, const ServiceOffer& offer);

// Archives what an import left out, drafts excepted; which ones.
absl::StatusOr<std::vector<ServiceOfferId>> ArchiveOthers(
    pg::Transaction& tx, const OrganizationId& organization,
    const std::vector<std::string>& kept_local_ids);

}  // namespace entraide::directory
