// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/time/time.h"
#include "entraide/directory/v1/commune.pb.h"
#include "entraide/directory/v1/directory_service.pb.h"
#include "google/protobuf/timestamp.pb.h"
#include "matcher/engine/commune.h"
#include "matcher/engine/offer.h"

namespace entraide::matcher {

absl::Time ToTime(const google::protobuf::Timestamp& proto);

Commune ToCommune(const directory::v1::Commune& proto);

// With its card. Communes of the zone that `communes` does not know are left out: their import is
// on its way.
Offer ToOffer(const directory::v1::WatchedOffer& proto, const Communes& communes);

// What each thing that is taken on takes one of; empty: nothing is counted.
std::string UnitOf(const directory::v1::Capacity& proto);

}  // namespace entraide::matcher
