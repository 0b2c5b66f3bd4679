// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/platform/pg/transaction.h"
#include "services/rides/domain/ride.h"

namespace entraide::rides {

absl::Status PutRides(pg::Transaction& tx,
                      const absl::flat_hash_map<request::RequestId, RideDetails>& rides);

// The details of those requests.
absl::StatusOr<absl::flat_hash_map<request::RequestId, RideDetails>> LoadRides(
    pg::Transaction& tx, const std::vector<request::RequestId>& ids);

}  // namespace entraide::rides
