// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "services/platform/telemetry/metrics.h"

namespace entraide::telemetry {
namespace {

using testing::HasSubstr;

TEST(Metrics, CountsCallsByMethodAndCode) {
  Metrics metrics;
  metrics.RecordCall("/a/B", "OK", absl::Milliseconds(3));
  metrics.RecordCall("/a/B", "OK", absl::Milliseconds(30));
  metrics.RecordCall("/a/B", "NOT_FOUND", absl::Milliseconds(3));
  const std::string text = metrics.Render();
  EXPECT_THAT(text, HasSubstr("entraide_calls_total{code=\"OK\",method=\"/a/B\"} 2"));
  EXPECT_THAT(text, HasSubstr("entraide_calls_total{code=\"NOT_FOUND\",method=\"/a/B\"} 1"));
  EXPECT_THAT(text, HasSubstr("entraide_call_seconds_count{method=\"/a/B\"} 3"));
  EXPECT_THAT(text, HasSubstr("entraide_call_seconds_bucket{method=\"/a/B\",le=\"0.005\"} 2"));
}

TEST(Metrics, CountsRoundsOfWorkers) {
  Metrics metrics;
  metrics.RecordWork("mail", "OK");
  EXPECT_THAT(metrics.Render(),
              HasSubstr("entraide_worker_rounds_total{outcome=\"OK\",worker=\"mail\"} 1"));
}

}  // namespace
}  // namespace entraide::telemetry
