// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "absl/synchronization/blocking_counter.h"
#include "absl/synchronization/notification.h"
#include "services/platform/http/worker_pool.h"

namespace entraide::http {
namespace {

using Admission = WorkerPool::Admission;

TEST(WorkerPool, RunsWhatItAccepts) {
  absl::BlockingCounter left(100);
  WorkerPool pool(4, 100);
  for (int i = 0; i < 100; ++i) {
    EXPECT_EQ(pool.Submit([&] { left.DecrementCount(); }), Admission::kAccepted);
  }
  left.Wait();
}

TEST(WorkerPool, RefusesBeyondItsThreadsAndItsQueue) {
  absl::Notification started;
  absl::Notification go_on;
  absl::Notification queued_ran;
  WorkerPool pool(1, 1);
  EXPECT_EQ(pool.Submit([&] {
    started.Notify();
    go_on.WaitForNotification();
  }),
            Admission::kAccepted);
  started.WaitForNotification();
  EXPECT_EQ(pool.Submit([&] { queued_ran.Notify(); }), Admission::kAccepted);
  EXPECT_EQ(pool.Submit([] {}), Admission::kRefused);
  go_on.Notify();
  queued_ran.WaitForNotification();
}

TEST(WorkerPool, StopDropsWhatWaitsAndRefusesWhatComes) {
  absl::Notification started;
  absl::Notification go_on;
  std::atomic<bool> dropped_ran{false};
  WorkerPool pool(1, 1'000'000);
  pool.Submit([&] {
    started.Notify();
    go_on.WaitForNotification();
  });
  started.WaitForNotification();
  std::thread stop([&] { pool.Stop(); });
  while (pool.Submit([&] { dropped_ran = true; }) == Admission::kAccepted) {
    std::this_thread::yield();  // until Stop has begun
  }
  go_on.Notify();
  stop.join();
  EXPECT_FALSE(dropped_ran);
  EXPECT_EQ(pool.Submit([] {}), Admission::kRefused);
}

}  // namespace
}  // namespace entraide::http
