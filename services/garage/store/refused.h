// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/platform/base/status.h"

namespace entraide::garage {

// Whether the database refused because of that constraint.
inline bool Breaks(const absl::Status& status, absl::string_view constraint) {
  return !status.ok() && absl::StrContains(status.message(), constraint);
}

inline absl::Status ChangedMeanwhile() {
  return WithReason(absl::AbortedError("it changed meanwhile"), "CHANGED_MEANWHILE");
}

}  // namespace entraide::garage
