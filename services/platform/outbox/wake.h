// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"

namespace entraide::outbox {

// Rouses one waiting thread. Thread-safe.
class Wake {
 public:
  void Signal() {
    absl::MutexLock lock(&mutex_);
    signalled_ = true;
  }
  // Until a signal, or `pause`.
  void Wait(absl::Duration pause) {
    absl::MutexLock lock(&mutex_);
    mutex_.AwaitWithTimeout(absl::Condition(&signalled_), pause);
    signalled_ = false;
  }

 private:
  absl::Mutex mutex_;
  bool signalled_ ABSL_GUARDED_BY(mutex_) = false;
};

}  // namespace entraide::outbox
