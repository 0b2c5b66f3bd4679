// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/server/worker.h"

#include <algorithm>
#include <utility>

#include "services/platform/telemetry/log.h"

namespace entraide::server {
namespace {

constexpr absl::Duration kLongestPause = absl::Seconds(10);

}  // namespace

Worker::Worker(std::string name, absl::Duration pause, telemetry::Metrics& metrics,
               std::function<absl::StatusOr<int>()> round)
    : name_(std::move(name)),
      pause_(pause),
      metrics_(metrics),
      round_(std::move(round)),
      thread_([this] { Run(); }) {}

Worker::~Worker() {
  stop_.Notify();
  thread_.join();
}

void Worker::Run() {
  absl::Duration after_error = pause_;
  absl::Duration pause;
  do {
    const absl::StatusOr<int> done = round_();
    metrics_.RecordWork(name_, absl::StatusCodeToString(done.status().code()));
    if (done.ok()) {
      after_error = pause_;
      pause = *done > 0 ? absl::ZeroDuration() : pause_;
      continue;
    }
    telemetry::LogError("worker", {{"worker", name_},
                                   {"code", absl::StatusCodeToString(done.status().code())},
                                   {"detail", std::string(done.status().message())}});
    pause = after_error;
    after_error = std::max(pause_, std::min(after_error * 2, kLongestPause));
  } while (!stop_.WaitForNotificationWithTimeout(pause));
}

}  // namespace entraide::server
