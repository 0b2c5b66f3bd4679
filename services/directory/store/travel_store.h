// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "services/directory/domain/travel_time.h"
#include "services/platform/pg/transaction.h"

namespace entraide::directory {

// All of them, by `from`, then `to`.
absl::StatusOr<std::vector<TravelTime>> ListTravelTimes(pg::Transaction& tx);

// Writes these in place of all there were, one import after the other; how many there were. Their
// communes are known, and no way comes twice.
absl::StatusOr<std::int64_t> ReplaceTravelTimes(pg::Transaction& tx,
                                                const std::vector<TravelTime>& times);

}  // namespace entraide::directory
