// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace entraide::telemetry {

// The figures of one process, in Prometheus' words; no label names a person or a commune.
// Thread-safe.
class Metrics {
 public:
  Metrics();
  ~Metrics();

  // Counts and times one finished call.
  void RecordCall(absl::string_view method, absl::string_view code, absl::Duration elapsed);
  // Counts one round of a background worker.
  void RecordWork(absl::string_view worker, absl::string_view outcome);
  // The exposition format, for /metrics.
  std::string Render() const;

 private:
  struct Families;
  std::unique_ptr<Families> families_;
};

}  // namespace entraide::telemetry
