// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "absl/status/status.h"
#include "services/garage/domain/progress.h"
#include "services/garage/store/progress_store.h"
#include "services/platform/pg/transaction.h"

namespace entraide::garage {

absl::Status AddReports(pg::Transaction& tx, const std::vector<request::RequestId>& ids,
                        Jobs& jobs);
absl::Status SaveReport(pg::Transaction& tx, const request::RequestId& id, const Report& report);

absl::Status AddParts(pg::Transaction& tx, const std::vector<request::RequestId>& ids, Jobs& jobs);
absl::Status SavePart(pg::Transaction& tx, const request::RequestId& id, const PartKept& part);

}  // namespace entraide::garage
