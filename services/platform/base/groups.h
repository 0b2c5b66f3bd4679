// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cstddef>
#include <deque>
#include <functional>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"

namespace entraide {

// Lets work that costs as much for many as for one be done for many at once: what callers bring
// while a group is being worked on makes the next group. One of the waiting callers works for its
// whole group, so that a caller alone waits for nobody. Thread-safe.
template <typename Item>
class Groups {
 public:
  // `work` is called for one group at a time, in the order of arrival, of at most `most` items.
  Groups(std::size_t most, std::function<void(const std::vector<Item*>&)> work)
      : most_(most), work_(std::move(work)) {}

  // Returns when `item` has been worked on.
  void Do(Item& item) {
    Waiting mine{.item = &item};
    const auto ready = [this, &mine]()
                           ABSL_NO_THREAD_SAFETY_ANALYSIS { return mine.done || !busy_; };
    const absl::MutexLock lock(&mutex_);
    queue_.push_back(&mine);
    while (!mine.done) {
      mutex_.Await(absl::Condition(&ready));
      if (!mine.done) WorkForNextGroup();
    }
  }

  // How many wait for the next groups.
  std::size_t waiting() const {
    const absl::MutexLock lock(&mutex_);
    return queue_.size();
  }

 private:
  struct Waiting {
    Item* item;
    bool done = false;
  };

  void WorkForNextGroup() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    const auto end = queue_.begin() + static_cast<std::ptrdiff_t>(std::min(most_, queue_.size()));
    const std::vector<Waiting*> group(queue_.begin(), end);
    queue_.erase(queue_.begin(), end);
    std::vector<Item*> items;
    for (const Waiting* each : group) items.push_back(each->item);
    busy_ = true;
    mutex_.Unlock();
    work_(items);
    mutex_.Lock();
    busy_ = false;
    for (Waiting* each : group) each->done = true;
  }

  const std::size_t most_;
  const std::function<void(const std::vector<Item*>&)> work_;
  mutable absl::Mutex mutex_;
  std::deque<Waiting*> queue_ ABSL_GUARDED_BY(mutex_);
  bool busy_ ABSL_GUARDED_BY(mutex_) = false;
};

}  // namespace entraide
