// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/strings/string_view.h"
#include "services/platform/base/violations.h"

namespace entraide::directory {

// How long a way by road takes, in one direction.
struct TravelTime {
  std::string from{};  // INSEE codes of today.
  std::string to{};
  int seconds = 0;
  int meters = 0;  // 0: unknown.
};

// Everything wrong with it, with fields under `path` as the contract names them: minutes and
// kilometers.
void Check(const TravelTime& time, absl::string_view path, Violations& found);

}  // namespace entraide::directory
