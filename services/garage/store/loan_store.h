// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/garage/domain/progress.h"
#include "services/garage/store/progress_store.h"
#include "services/platform/pg/transaction.h"

namespace entraide::garage {

absl::Status AddLoans(pg::Transaction& tx, const std::vector<request::RequestId>& ids, Jobs& jobs);

// FAILED_PRECONDITION VEHICLE_BUSY: somebody else has the vehicle on one of those days, or still.
absl::Status SaveLoan(pg::Transaction& tx, const request::RequestId& id, const Loan& loan);

// For whom an organization's vehicles are kept, or out.
struct VehicleUse {
  VehicleId vehicle{};
  request::RequestId request{};
  absl::CivilDay first_day{};
  absl::CivilDay last_day{};  // Included.
  bool is_out = false;
};
// What touches those days, both included; and what is out, whatever the day. By vehicle and day.
absl::StatusOr<std::vector<VehicleUse>> ListVehicleUses(pg::Transaction& tx,
                                                        const request::OrganizationId& organization,
                                                        absl::CivilDay first_day,
                                                        absl::CivilDay last_day);

}  // namespace entraide::garage
