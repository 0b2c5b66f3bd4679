// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>

#include "absl/time/time.h"

namespace entraide {

// Where "now" comes from: absl::Now in programs, a fixed instant in tests.
using Clock = std::function<absl::Time()>;

}  // namespace entraide
