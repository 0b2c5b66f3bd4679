// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <thread>

#include "absl/status/statusor.h"
#include "absl/synchronization/notification.h"
#include "absl/time/time.h"
#include "services/platform/telemetry/metrics.h"

namespace entraide::server {

// Runs `round` on a thread of its own until it dies: at once again when a round did something (its
// int > 0), else after `pause`; after an error, after a growing pause of at most 10 s. Death waits
// for the running round.
class Worker {
 public:
  Worker(std::string name, absl::Duration pause, telemetry::Metrics& metrics,
         std::function<absl::StatusOr<int>()> round);
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

 private:
  void Run();

  const std::string name_;
  const absl::Duration pause_;
  telemetry::Metrics& metrics_;
  std::function<absl::StatusOr<int>()> round_;
  absl::Notification stop_;
  std::thread thread_;
};

}  // namespace entraide::server
