// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "entraide/common/v1/commitment.pb.h"
#include "services/platform/outbox/watch.h"
#include "services/platform/pg/transaction.h"
#include "services/request/domain/need.h"
#include "services/request/domain/request.h"
#include "services/request/trade.h"

namespace entraide::request {

// The needs behind several requests, in their order.
using NeedsReader =
    std::function<absl::StatusOr<std::vector<Need>>(pg::Transaction&, const std::vector<Request>&)>;

// Tells readers, when `tx` commits, of a request that becomes held, or is held no longer.
absl::Status AnnounceCommitment(pg::Transaction& tx, const Request& before, const Request& after);

// What the organizations of a trade have taken on.
using CommitmentsWatch =
    outbox::Watch<common::v1::WatchCommitmentsRequest, common::v1::WatchCommitmentsResponse>;
outbox::WatchSource<common::v1::WatchCommitmentsResponse> CommitmentsSource(const Naming& naming,
                                                                            NeedsReader needs_of);

}  // namespace entraide::request
