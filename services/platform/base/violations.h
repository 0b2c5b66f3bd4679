// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace entraide {

// One wrong field of a request.
struct Violation {
  std::string field{};        // Path in the request, for example `details.pickup_time`.
  std::string reason{};       // REQUIRED, TOO_SHORT, TOO_LONG, NOT_TEXT, MALFORMED, UNKNOWN_VALUE,
                              // IN_PAST, OUT_OF_RANGE...
  std::string description{};  // What was wanted, in English, for developers; never the value.
};

// Collects everything wrong with a request, to say it all at once.
class Violations {
 public:
  void Add(absl::string_view field, absl::string_view reason, absl::string_view description);
  bool empty() const { return found_.empty(); }
  const std::vector<Violation>& found() const { return found_; }
  // OK if nothing was found, else INVALID_ARGUMENT FIELDS_INVALID with all of it as a payload.
  absl::Status ToStatus() const;

 private:
  std::vector<Violation> found_{};
};

// INVALID_ARGUMENT FIELDS_INVALID for one field.
absl::Status InvalidField(absl::string_view field, absl::string_view reason,
                          absl::string_view description);

// The violations that ToStatus put into `status`; empty for another status.
std::vector<Violation> ViolationsOf(const absl::Status& status);

}  // namespace entraide
