// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/status/status.h"
#include "services/platform/pg/transaction.h"
#include "services/request/domain/request.h"
#include "services/rides/domain/ride.h"

namespace entraide::rides {

// What is arranged for a leg, and how far it was driven: in the transaction that saves its request.
absl::Status SaveLeg(pg::Transaction& tx, const request::RequestId& id, const RideDetails& leg);

// Gives `receipt` the number after the last of its year, and stores it. Nobody else takes a number
// of that organization until `tx` ends; if it ends without a commit, the number is the next one's.
// ALREADY_EXISTS: the leg has a receipt.
absl::Status Issue(pg::Transaction& tx, const request::Request& request, Receipt receipt);

}  // namespace entraide::rides
