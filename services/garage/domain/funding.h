// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "absl/status/status.h"
#include "services/garage/domain/money.h"
#include "services/garage/domain/progress.h"

namespace entraide::garage {

// The person's own share in a plan.
inline constexpr char kClient[] = "client";

// Work at that rate, and parts.
Cents TotalOf(const Quote& quote);

Cents SumOf(const std::vector<Share>& shares);

// Somebody other than the person is asked for a share and has not answered.
bool WaitsForFunders(const Quote& quote);

// FAILED_PRECONDITION QUOTE_INCOMPLETE names what is missing; the total is worked out before.
absl::Status CheckComplete(const Quote& quote, absl::CivilDay today);

// Who pays what of `cost`: funders what they granted, the person the rest; what costs less than was
// granted spares the person first, then the last funder. Adds up to `cost`.
std::vector<Share> BillOf(const std::vector<Share>& shares, Cents cost);

}  // namespace entraide::garage
