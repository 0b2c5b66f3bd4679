// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <grpcpp/server_context.h>
#include <grpcpp/support/server_callback.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "services/platform/outbox/wake.h"
#include "services/platform/rpc/status.h"

namespace entraide::outbox {

// One open stream: writes what it is given, one message after another, and never blocks. gRPC and
// the feed both hold it; it outlives the call. Thread-safe.
template <typename Response>
class WatchReactor final : public grpc::ServerWriteReactor<Response> {
 public:
  using Batch = std::shared_ptr<const std::vector<Response>>;

  // `context` is gRPC's, valid until OnDone. `wake` learns of every batch that is written.
  static std::shared_ptr<WatchReactor> Open(grpc::CallbackServerContext& context,
                                            std::shared_ptr<Wake> wake) {
    std::shared_ptr<WatchReactor> stream(new WatchReactor(context, std::move(wake)));
    absl::MutexLock lock(&stream->mutex_);
    stream->self_ = stream;
    return stream;
  }

  // Everything given is written, and nothing has ended it.
  bool Hungry() const {
    absl::MutexLock lock(&mutex_);
    return batch_ == nullptr && !ended_.has_value();
  }
  bool Ended() const {
    absl::MutexLock lock(&mutex_);
    return ended_.has_value();
  }
  // How long the last message has been on its way, or nothing has been written.
  absl::Duration Quiet() const {
    absl::MutexLock lock(&mutex_);
    return absl::Now() - moved_;
  }

  // Runs `visit(context)` unless the call is over; gRPC keeps the call for as long as that takes.
  template <typename Visit>
  void WithContext(Visit&& visit) {
    {
      absl::MutexLock lock(&mutex_);
      if (ended_.has_value()) return;
      lent_ = true;
    }
    std::forward<Visit>(visit)(context_);
    absl::MutexLock lock(&mutex_);
    lent_ = false;
    if (ended_.has_value() && batch_ == nullptr) FinishLocked();
  }

  // Writes `batch`; only while hungry.
  void Write(Batch batch) {
    absl::MutexLock lock(&mutex_);
    if (ended_.has_value() || batch->empty()) return;
    batch_ = std::move(batch);
    next_ = 0;
    moved_ = absl::Now();
    this->StartWrite(&(*batch_)[next_]);
  }

  // Ends the stream after the message that is on its way.
  void Close(const absl::Status& status) {
    absl::MutexLock lock(&mutex_);
    if (!ended_.has_value()) ended_ = status;
    if (batch_ == nullptr) FinishLocked();
  }

  // Takes back the message that is on its way to a reader who does not read.
  void Abandon() {
    absl::MutexLock lock(&mutex_);
    if (!ended_.has_value()) ended_ = absl::DeadlineExceededError("the reader does not read");
    if (!finished_) context_.TryCancel();
  }

  // Why it ended; OK while it has not.
  absl::Status End() const {
    absl::MutexLock lock(&mutex_);
    return ended_.value_or(absl::OkStatus());
  }

 private:
  WatchReactor(grpc::CallbackServerContext& context, std::shared_ptr<Wake> wake)
      : context_(context), wake_(std::move(wake)) {}

  void OnWriteDone(bool ok) override {
    {
      absl::MutexLock lock(&mutex_);
      moved_ = absl::Now();
      ++next_;
      if (!ok && !ended_.has_value()) ended_ = absl::CancelledError("the reader is gone");
      if (!ended_.has_value() && next_ < batch_->size()) {
        this->StartWrite(&(*batch_)[next_]);
        return;
      }
      batch_.reset();
      if (ended_.has_value()) FinishLocked();
    }
    wake_->Signal();
  }

  void OnCancel() override { Close(absl::CancelledError("the reader is gone")); }

  void OnDone() override {
    std::shared_ptr<WatchReactor> last;  // Dies after the lock.
    absl::MutexLock lock(&mutex_);
    last = std::move(self_);
  }

  void FinishLocked() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    if (lent_ || std::exchange(finished_, true)) return;
    this->Finish(rpc::ToGrpc(*ended_));
  }

  grpc::CallbackServerContext& context_;
  const std::shared_ptr<Wake> wake_;
  mutable absl::Mutex mutex_;
  std::shared_ptr<WatchReactor> self_ ABSL_GUARDED_BY(mutex_);
  Batch batch_ ABSL_GUARDED_BY(mutex_);  // Null when nothing is on its way.
  std::size_t next_ ABSL_GUARDED_BY(mutex_) = 0;
  absl::Time moved_ ABSL_GUARDED_BY(mutex_) = absl::Now();
  bool lent_ ABSL_GUARDED_BY(mutex_) = false;
  std::optional<absl::Status> ended_ ABSL_GUARDED_BY(mutex_);
  bool finished_ ABSL_GUARDED_BY(mutex_) = false;  // gRPC may drop the call from here on.
};

}  // namespace entraide::outbox
