// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <atomic>

#include "services/platform/server/worker.h"

namespace entraide::server {
namespace {

TEST(Worker, GoesOnAtOnceWhileThereIsWork) {
  telemetry::Metrics metrics;
  std::atomic<int> rounds = 0;
  absl::Notification tenth;
  {
    const Worker worker("test", absl::Hours(1), metrics, [&]() -> absl::StatusOr<int> {
      if (++rounds < 10) return 1;
      tenth.Notify();
      return 0;
    });
    EXPECT_TRUE(tenth.WaitForNotificationWithTimeout(absl::Seconds(10)));
  }
  EXPECT_EQ(rounds, 10);  // And then paused until it died.
}

TEST(Worker, TriesAgainAfterAnErrorAndCountsIt) {
  telemetry::Metrics metrics;
  std::atomic<int> rounds = 0;
  absl::Notification third;
  {
    const Worker worker("test", absl::Milliseconds(1), metrics, [&]() -> absl::StatusOr<int> {
      if (++rounds == 3) third.Notify();
      return absl::UnavailableError("database");
    });
    EXPECT_TRUE(third.WaitForNotificationWithTimeout(absl::Seconds(10)));
  }
  EXPECT_THAT(metrics.Render(), testing::HasSubstr("outcome=\"UNAVAILABLE\",worker=\"test\""));
}

TEST(Worker, WaitsForItsRoundWhenItDies) {
  telemetry::Metrics metrics;
  absl::Notification begun;
  absl::Notification may_end;
  std::atomic<bool> ended = false;
  std::thread releaser;
  {
    const Worker worker("test", absl::Hours(1), metrics, [&]() -> absl::StatusOr<int> {
      begun.Notify();
      may_end.WaitForNotification();
      ended = true;
      return 0;
    });
    begun.WaitForNotification();
    releaser = std::thread([&] { may_end.Notify(); });
  }
  releaser.join();
  EXPECT_TRUE(ended);
}

}  // namespace
}  // namespace entraide::server
