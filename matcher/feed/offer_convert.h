// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/time/time.h"
#include "entraide/directory/v1/commune.pb.h"
#include "entraide/directory/v1/directory_service.pb.h"
#include "google/protobuf/timestamp.pb.h"
#include "matcher/engine/commune.h"
#include "matcher/engine/offer.h"
#include "matcher/feed/view.h"

namespace entraide::matcher {

absl::Time ToTime(const google::protobuf::Timestamp& proto);

Commune ToCommune(const directory::v1::Commune& proto);

// Communes of the zone that `communes` does not know are left out: their import is on its way.
Offer ToOffer(const directory::v1::WatchedOffer& proto, const Communes& communes);

Card ToCard(const directory::v1::WatchedOffer& proto);

}  // namespace entraide::matcher
