// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <grpcpp/client_context.h>
#include <grpcpp/support/sync_stream.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "absl/synchronization/notification.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"

namespace entraide::matcher {

// What a stream told that belongs together: nobody may see the half of it.
template <typename Step>
struct Told {
  enum class Kind { kSnapshot, kChanges } kind = Kind::kSnapshot;  // A snapshot voids all before.
  std::vector<Step> steps{};
};

// Opens a Watch RPC from a resume token; empty: with a snapshot.
template <typename Step>
using Opener = std::function<std::unique_ptr<grpc::ClientReaderInterface<Step>>(
    grpc::ClientContext*, const std::string& resume_token)>;

// Follows one Watch RPC on a thread of its own, until it dies. A broken stream is opened again from
// the last resume token; without one, or if the service no longer knows it, from a new snapshot.
template <typename Step>
class Follower {
 public:
  // `service` is the name under which it calls; `take` is called on its thread.
  Follower(std::string service, Opener<Step> open, std::function<void(Told<Step>)> take)
      : service_(std::move(service)),
        open_(std::move(open)),
        take_(std::move(take)),
        thread_([this] { Run(); }) {}
  ~Follower() {
    stop_.Notify();
    {
      const absl::MutexLock lock(&mutex_);
      if (context_ != nullptr) context_->TryCancel();
    }
    thread_.join();
  }
  Follower(const Follower&) = delete;
  Follower& operator=(const Follower&) = delete;

 private:
  static constexpr absl::Duration kStreamLength = absl::Hours(1);  // Then it is opened again.
  static constexpr absl::Duration kFirstPause = absl::Milliseconds(50);
  static constexpr absl::Duration kLongestPause = absl::Seconds(5);

  void Run() {
    absl::Duration pause = kFirstPause;
    while (!stop_.HasBeenNotified()) {
      pause = Follow() ? kFirstPause : std::min(pause * 2, kLongestPause);
      stop_.WaitForNotificationWithTimeout(pause);
    }
  }

  // Reads one stream to its end; true if it told anything.
  bool Follow() {
    grpc::ClientContext context;
    context.set_deadline(absl::ToChronoTime(absl::Now() + kStreamLength));
    context.AddMetadata("x-entraide-service", service_);
    {
      const absl::MutexLock lock(&mutex_);
      context_ = &context;
    }
    if (stop_.HasBeenNotified()) context.TryCancel();
    told_ = {.kind =
                 resume_token_.empty() ? Told<Step>::Kind::kSnapshot : Told<Step>::Kind::kChanges};
    const auto reader = open_(&context, resume_token_);
    bool told = false;
    for (Step step; reader->Read(&step); told = true) Take(std::move(step));
    const grpc::Status status = reader->Finish();
    // A token that the service refuses begins anew.
    if (status.error_code() == grpc::StatusCode::INVALID_ARGUMENT ||
        status.error_code() == grpc::StatusCode::FAILED_PRECONDITION) {
      resume_token_.clear();
    }
    const absl::MutexLock lock(&mutex_);
    context_ = nullptr;
    return told;
  }

  // What belongs together ends with a token.
  void Take(Step step) {
    const std::string token = step.resume_token();
    if (step.change_case() != Step::CHANGE_NOT_SET) told_.steps.push_back(std::move(step));
    if (token.empty()) return;
    resume_token_ = token;
    if (told_.steps.empty()) return;  // It said only where to resume.
    take_(std::exchange(told_, {.kind = Told<Step>::Kind::kChanges}));
  }

  const std::string service_;
  const Opener<Step> open_;
  const std::function<void(Told<Step>)> take_;
  std::string resume_token_{};  // Of the reading thread; empty: ask for a snapshot.
  Told<Step> told_{};           // Likewise.
  absl::Mutex mutex_;
  grpc::ClientContext* context_ ABSL_GUARDED_BY(mutex_) = nullptr;  // Of the running stream.
  absl::Notification stop_;
  std::thread thread_;
};

}  // namespace entraide::matcher
