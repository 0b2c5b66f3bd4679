// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "absl/status/status.h"
#include "services/garage/domain/progress.h"
#include "services/garage/store/progress_store.h"
#include "services/platform/pg/transaction.h"

namespace entraide::garage {

absl::Status AddAppointments(pg::Transaction& tx, const std::vector<request::RequestId>& ids,
                             Jobs& jobs);
absl::Status AddRepairs(pg::Transaction& tx, const std::vector<request::RequestId>& ids,
                        Jobs& jobs);
// The latest of each.
absl::Status AddQuotes(pg::Transaction& tx, const std::vector<request::RequestId>& ids, Jobs& jobs);

absl::Status SaveRepair(pg::Transaction& tx, const request::RequestId& id, const Repair& repair);
// A new version, or what funders answered to the one there is.
absl::Status SaveQuote(pg::Transaction& tx, const request::RequestId& id, const Quote& quote);

}  // namespace entraide::garage
