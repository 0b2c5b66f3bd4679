// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/load.h"

#include <algorithm>

#include "absl/synchronization/mutex.h"
#include "absl/time/clock.h"

namespace entraide::bench {
namespace {

// Calls in flight, each of which starts the next when it ends.
class Driver {
 public:
  Driver(const StartCall& start, int calls) : start_(start), left_(calls) {}

  void StartNext() {
    {
      const absl::MutexLock lock(&mutex_);
      if (left_ == 0) return;
      --left_;
      ++running_;
    }
    const absl::Time begun = absl::Now();
    start_([this, begun](bool went_well) {
      Note(absl::ToDoubleMicroseconds(absl::Now() - begun), went_well);
      StartNext();
      const absl::MutexLock lock(&mutex_);
      --running_;
    });
  }

  std::optional<std::vector<double>> Wait() {
    const absl::MutexLock lock(&mutex_);
    mutex_.Await(absl::Condition(
        +[](Driver* self) { return self->running_ == 0; }, this));
    if (failed_) return std::nullopt;
    return std::move(latencies_);
  }

 private:
  void Note(double latency, bool went_well) {
    const absl::MutexLock lock(&mutex_);
    latencies_.push_back(latency);
    if (went_well) return;
    failed_ = true;
    left_ = 0;
  }

  const StartCall& start_;
  absl::Mutex mutex_;
  int left_;
  int running_ = 0;
  bool failed_ = false;
  std::vector<double> latencies_{};
};

}  // namespace

std::optional<Load> Drive(const StartCall& start, int calls, int in_flight) {
  Driver driver(start, calls);
  const absl::Time begun = absl::Now();
  for (int i = 0; i < in_flight; ++i) driver.StartNext();
  std::optional<std::vector<double>> latencies = driver.Wait();
  if (!latencies.has_value()) return std::nullopt;
  return Load{.latencies = *std::move(latencies),
              .seconds = absl::ToDoubleSeconds(absl::Now() - begun)};
}

}  // namespace entraide::bench
