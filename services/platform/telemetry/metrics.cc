// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/telemetry/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace entraide::telemetry {
namespace {

// Seconds: from a match in memory to a call that waited for its whole deadline.
const prometheus::Histogram::BucketBoundaries kBuckets = {0.001, 0.002, 0.005, 0.01, 0.02, 0.05,
                                                          0.1,   0.2,   0.5,   1,    2,    5};

}  // namespace

struct Metrics::Families {
  prometheus::Registry registry{};
  prometheus::Family<prometheus::Counter>& calls = prometheus::BuildCounter()
                                                       .Name("entraide_calls_total")
                                                       .Help("Finished calls.")
                                                       .Register(registry);
  prometheus::Family<prometheus::Histogram>& seconds = prometheus::BuildHistogram()
                                                           .Name("entraide_call_seconds")
                                                           .Help("Time in a call's handler.")
                                                           .Register(registry);
  prometheus::Family<prometheus::Counter>& work = prometheus::BuildCounter()
                                                      .Name("entraide_worker_rounds_total")
                                                      .Help("Rounds of background workers.")
                                                      .Register(registry);
};

Metrics::Metrics() : families_(std::make_unique<Families>()) {}
Metrics::~Metrics() = default;

void Metrics::RecordCall(absl::string_view method, absl::string_view code, absl::Duration elapsed) {
  const std::string name(method);
  families_->calls.Add({{"method", name}, {"code", std::string(code)}}).Increment();
  families_->seconds.Add({{"method", name}}, kBuckets).Observe(absl::ToDoubleSeconds(elapsed));
}

void Metrics::RecordWork(absl::string_view worker, absl::string_view outcome) {
  families_->work.Add({{"worker", std::string(worker)}, {"outcome", std::string(outcome)}})
      .Increment();
}

std::string Metrics::Render() const {
  return prometheus::TextSerializer().Serialize(families_->registry.Collect());
}

}  // namespace entraide::telemetry
