// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "entraide/directory/v1/watch_offers.pb.h"
#include "services/platform/outbox/watch.h"

namespace entraide::directory {

// What matching needs: communes, the times of ways between them, and published offers, with the
// communes of their zones.
outbox::WatchSource<v1::WatchOffersResponse> OffersSource();

}  // namespace entraide::directory
