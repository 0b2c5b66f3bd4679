// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>

#include "absl/time/time.h"
#include "clients/cpp/directory_client.h"
#include "clients/cpp/matcher_client.h"
#include "clients/cpp/notify_client.h"
#include "services/all_in_one/housekeeping.h"
#include "services/platform/server/worker.h"
#include "services/request/announcing.h"
#include "services/request/dispatcher.h"
#include "services/request/domain/paris.h"
#include "services/request/front.h"
#include "services/request/need_reader.h"

namespace entraide::all_in_one {

// What every service of a house stands on.
struct Ground {
  std::string database{};
  const rpc::Gate& gate;
  telemetry::Metrics& metrics;
  const auth::TrackingCodes& codes;
  std::shared_ptr<grpc::ChannelInterface> services;  // To the other services.
  Clock clock;
};

// One service that takes requests (rides, garage, home help), with its pool and its workers; `T` is
// what its front knows of it.
template <typename Service, request::Trade T>
class Trade {
 public:
  explicit Trade(const Ground& ground)
      : pool_({.conninfo = ground.database, .schema = std::string(T::kNaming.service)}),
        directory_(ground.services, pool_.options().schema),
        matcher_(ground.services, pool_.options().schema),
        notify_(ground.services, pool_.options().schema),
        service_(request::FrontParts{ground.gate, pool_, ground.codes, directory_, matcher_}),
        dispatcher_(pool_, matcher_, request::DispatchedOf<T>(), {.zone = request::Paris()},
                    ground.clock),
        dispatching_(pool_.options().schema + "-dispatcher", absl::Milliseconds(200),
                     ground.metrics, [this] { return dispatcher_.Round(); }),
        announcer_(pool_, notify_, std::string(T::kNaming.collection)),
        announcing_(pool_.options().schema + "-announcer", absl::Milliseconds(200), ground.metrics,
                    [this] { return announcer_.Round(); }),
        housekeeping_(pool_, ground.metrics, {std::string(request::kNoticeTopic)}) {}

  grpc::Service& service() { return service_; }
  void StopWatching() { service_.StopWatching(); }

 private:
  pg::Pool pool_;
  clients::DirectoryClient directory_;
  clients::MatcherClient matcher_;
  clients::NotifyClient notify_;
  Service service_;
  request::Dispatcher dispatcher_;
  server::Worker dispatching_;  // After what it uses.
  request::Announcer announcer_;
  server::Worker announcing_;
  Housekeeping housekeeping_;
};

}  // namespace entraide::all_in_one
