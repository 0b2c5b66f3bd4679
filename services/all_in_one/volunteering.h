// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/time/time.h"
#include "clients/cpp/directory_client.h"
#include "services/all_in_one/housekeeping.h"
#include "services/all_in_one/trade.h"
#include "services/platform/pg/pool.h"
#include "services/platform/server/worker.h"
#include "services/volunteers/closing.h"
#include "services/volunteers/volunteers_service.h"

namespace entraide::all_in_one {

// The volunteers service, with its pool and its workers.
class Volunteering {
 public:
  explicit Volunteering(const Ground& ground)
      : pool_({.conninfo = ground.database, .schema = "volunteers"}),
        directory_(ground.services, "volunteers"),
        service_(ground.gate, pool_, directory_),
        closing_("volunteers-closing", absl::Seconds(10), ground.metrics,
                 [this, clock = ground.clock] {
                   return volunteers::CloseEndedMissions(pool_, clock());
                 }),
        housekeeping_(pool_, ground.metrics) {}

  grpc::Service& service() { return service_; }

 private:
  pg::Pool pool_;
  clients::DirectoryClient directory_;
  volunteers::VolunteersService service_;
  server::Worker closing_;  // After what it uses.
  Housekeeping housekeeping_;
};

}  // namespace entraide::all_in_one
