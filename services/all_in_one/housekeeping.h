// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "services/platform/pg/pool.h"
#include "services/platform/server/worker.h"
#include "services/platform/telemetry/metrics.h"

namespace entraide::all_in_one {

// Forgets, once a minute and in small batches, the stored answers and the events of one schema
// whose time is over.
class Housekeeping {
 public:
  // Both outlive it.
  Housekeeping(pg::Pool& pool, telemetry::Metrics& metrics);

 private:
  server::Worker worker_;
};

}  // namespace entraide::all_in_one
