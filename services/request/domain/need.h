// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "services/request/domain/request.h"

namespace entraide::request {

// A half-open interval.
struct Span {
  absl::Time start{};
  std::optional<absl::Time> end{};  // Nothing: as long as the way of a ride takes.
  friend bool operator==(const Span&, const Span&) = default;
};

// What the matcher is told: nothing that names a person.
struct Need {
  std::string kind{};
  std::string purpose{};
  std::string residence_commune{};
  std::string pickup_commune{};
  std::string dropoff_commune{};
  std::vector<Span> spans{};  // Of a ride, the way there and the way back.
  bool way_back = false;      // The first of them is the way back, from `dropoff_commune`.
  std::vector<std::string> needs{};
  std::vector<Fact> facts{};
  enum class FiledBy { kAnybody, kPrescriber } filed_by = FiledBy::kAnybody;
  int passenger_count = 1;
  bool minor_alone = false;
  std::string health_insurance_paid{};  // yes, no, unknown or empty.
  bool needs_approval = false;
};

// The need of `request` without its details. Answers to `purpose`, `dropoff` and
// `health-insurance-paid` take their place; details are laid over it, and answers over them again.
Need NeedOf(const Request& request);
void ApplyAnswers(const Request& request, Need& need);

}  // namespace entraide::request
