// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/directory/domain/service_offer.h"
#include "services/directory/domain/viewer.h"
#include "services/platform/auth/caller.h"
#include "services/platform/pg/transaction.h"

namespace entraide::directory {

// What several handlers share.

Viewer ViewerOf(const auth::Caller& caller);
Actor ActorOf(const auth::Caller& caller);

// The code of today of a commune that a request names; "" stays "". INVALID_ARGUMENT:
// FIELDS_INVALID on `field`, MALFORMED or UNKNOWN_VALUE.
absl::StatusOr<std::string> KnownCommune(pg::Transaction& tx, absl::string_view field,
                                         absl::string_view code);

// ABORTED: CHANGED_MEANWHILE, unless `etag` is "" or of this revision.
absl::Status CheckEtag(absl::string_view etag, std::int64_t revision);

// Tells readers, when `tx` commits, that an offer, a commune or the travel times changed.
absl::Status AnnounceOffer(pg::Transaction& tx, const ServiceOffer& offer);
absl::Status AnnounceOffers(pg::Transaction& tx, const std::vector<std::string>& ids);
absl::Status AnnounceCommune(pg::Transaction& tx, absl::string_view insee_code);
absl::Status AnnounceTravelTimes(pg::Transaction& tx);

// Leaves `size` of `size + 1` ids that were asked for; whether there are more.
enum class More { kNo, kYes };
More CutPage(std::vector<std::string>& ids, int size);

}  // namespace entraide::directory
