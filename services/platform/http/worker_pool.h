// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <thread>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"

namespace entraide::http {

// A fixed number of threads and a bounded queue before them. Thread-safe.
class WorkerPool {
 public:
  WorkerPool(int threads, size_t queue_bound);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  enum class Admission { kAccepted, kRefused };

  // Refused: as many tasks wait as the bound allows, or the pool has stopped.
  Admission Submit(std::function<void()> task);

  // Drops the tasks that wait, and returns when those that run have ended.
  void Stop();

 private:
  void Run();

  const size_t queue_bound_;
  absl::Mutex mutex_;  // protects the queue, not the tasks
  std::deque<std::function<void()>> waiting_ ABSL_GUARDED_BY(mutex_);
  size_t free_threads_ ABSL_GUARDED_BY(mutex_) = 0;
  bool stopped_ ABSL_GUARDED_BY(mutex_) = false;
  std::vector<std::thread> threads_;  // last: they use all of the above
};

}  // namespace entraide::http
