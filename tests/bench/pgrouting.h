// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/status/statusor.h"
#include "tests/matcher/dayplan/instances.h"

namespace entraide::bench {

struct PgRoutingPlan {
  double distance = 0;     // In the instance's unit.
  double cpu_seconds = 0;  // Of the database's process.
};

// What pgRouting's pgr_pickDeliverEuclidean makes of an instance of Li & Lim, on the PostgreSQL
// that tests/support/with-postgres has started. FAILED_PRECONDITION: there is none, or no
// pgRouting.
absl::StatusOr<PgRoutingPlan> PlanWithPgRouting(const matcher::dayplan::Instance& instance);

}  // namespace entraide::bench
