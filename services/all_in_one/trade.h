// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>

#include "absl/time/time.h"
#include "clients/cpp/directory_client.h"
#include "clients/cpp/matcher_client.h"
#include "services/platform/server/worker.h"
#include "services/request/dispatcher.h"
#include "services/request/front.h"

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

// One service that takes requests (`Service`: rides, garage, home help), with its pool and its
// worker.
template <typename Service>
class Trade {
 public:
  Trade(const std::string& name, const Ground& ground)
      : pool_({.conninfo = ground.database, .schema = name}),
        directory_(ground.services, name),
        matcher_(ground.services, name),
        service_({ground.gate, pool_, ground.codes, directory_}),
        dispatcher_(pool_, matcher_, Service::NeedReader(), request::WavePolicyOfFrance(),
                    ground.clock),
        worker_(name + " dispatcher", absl::Milliseconds(200), ground.metrics,
                [this] { return dispatcher_.Round(); }) {}

  grpc::Service& service() { return service_; }

 private:
  pg::Pool pool_;
  clients::DirectoryClient directory_;
  clients::MatcherClient matcher_;
  Service service_;
  request::Dispatcher dispatcher_;
  server::Worker worker_;  // Last: it ends before what it uses.
};

}  // namespace entraide::all_in_one
