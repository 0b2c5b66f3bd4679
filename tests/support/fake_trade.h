// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "entraide/garage/v1/garage_service.grpc.pb.h"

namespace entraide {

// GarageService that lets what it is told to hold be watched; it resumes no stream. Thread-safe.
class FakeTrade final : public garage::v1::GarageService::Service {
 public:
  using Step = common::v1::WatchCommitmentsResponse;

  // Goes on with `step`.
  void Tell(Step step) {
    const absl::MutexLock lock(&mutex_);
    steps_.push_back(std::move(step));
  }
  // Ends every stream: the next one begins with this snapshot.
  void Forget(std::vector<Step> snapshot) {
    const absl::MutexLock lock(&mutex_);
    ++life_;
    steps_ = std::move(snapshot);
  }

  grpc::Status WatchCommitments(grpc::ServerContext* context,
                                const common::v1::WatchCommitmentsRequest* request,
                                grpc::ServerWriter<Step>* writer) override {
    if (!request->resume_token().empty()) return {grpc::StatusCode::FAILED_PRECONDITION, "again"};
    const int life = Life();
    size_t told = 0;
    bool in_snapshot = true;
    while (!context->IsCancelled() && Life() == life) {
      std::vector<Step> more = After(told);
      told += more.size();
      if (in_snapshot) more.emplace_back().mutable_snapshot_end();
      in_snapshot = false;
      if (!more.empty()) more.back().set_resume_token("refused");
      for (const Step& step : more) writer->Write(step);
      absl::SleepFor(absl::Milliseconds(2));
    }
    return {grpc::StatusCode::UNAVAILABLE, "draining"};
  }

 private:
  int Life() const {
    const absl::MutexLock lock(&mutex_);
    return life_;
  }
  std::vector<Step> After(size_t told) const {
    const absl::MutexLock lock(&mutex_);
    return {steps_.begin() + static_cast<std::ptrdiff_t>(told), steps_.end()};
  }

  mutable absl::Mutex mutex_;
  std::vector<Step> steps_ ABSL_GUARDED_BY(mutex_);
  int life_ ABSL_GUARDED_BY(mutex_) = 1;
};

}  // namespace entraide
