// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/http/worker_pool.h"

#include <utility>

namespace entraide::http {

WorkerPool::WorkerPool(int threads, size_t queue_bound) : queue_bound_(queue_bound) {
  const absl::MutexLock lock(&mutex_);
  for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { Run(); });
  free_threads_ = threads_.size();
}

WorkerPool::~WorkerPool() { Stop(); }

WorkerPool::Admission WorkerPool::Submit(std::function<void()> task) {
  const absl::MutexLock lock(&mutex_);
  if (stopped_ || waiting_.size() >= queue_bound_ + free_threads_) return Admission::kRefused;
  waiting_.push_back(std::move(task));
  return Admission::kAccepted;
}

void WorkerPool::Stop() {
  {
    const absl::MutexLock lock(&mutex_);
    stopped_ = true;
    waiting_.clear();
  }
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

void WorkerPool::Run() {
  const auto something_to_do = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return stopped_ || !waiting_.empty();
  };
  absl::MutexLock lock(&mutex_);
  while (true) {
    mutex_.Await(absl::Condition(&something_to_do));
    if (stopped_) return;
    std::function<void()> task = std::move(waiting_.front());
    waiting_.pop_front();
    --free_threads_;
    mutex_.Unlock();
    task();
    task = nullptr;  // what it holds must not outlive it, nor be freed under the lock
    mutex_.Lock();
    ++free_threads_;
  }
}

}  // namespace entraide::http
