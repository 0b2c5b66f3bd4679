// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "services/platform/pg/pool.h"
#include "services/platform/server/worker.h"
#include "services/platform/telemetry/metrics.h"

namespace entraide::all_in_one {

// Forgets, once a minute and in small batches, the stored answers and the events of one schema
// whose time is over.
class Housekeeping {
 public:
  // Both outlive it. Events of the topics in `claimed` stay until somebody has had their effect.
  Housekeeping(pg::Pool& pool, telemetry::Metrics& metrics, std::vector<std::string> claimed = {});

 private:
  server::Worker worker_;
};

}  // namespace entraide::all_in_one
