// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "services/platform/pg/transaction.h"

namespace entraide::identity {

// Deletes what has ended: links, sessions, quotas, and persons who have no role left.
absl::Status Sweep(pg::Transaction& tx, absl::Time now);

}  // namespace entraide::identity
