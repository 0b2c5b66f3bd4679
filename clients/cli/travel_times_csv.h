// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "entraide/directory/v1/import_rows.pb.h"

namespace entraide::cli {

enum class Directions { kAsTold, kBothWays };

// The rows of a file of travel times: comma-separated, UTF-8, with the heading `from,to,minutes` or
// `from,to,minutes,kilometres`; from and to are INSEE codes, numbers have a decimal point, and
// kilometres may be left empty. With `kBothWays` each line gives its way back too.
// INVALID_ARGUMENT: every broken line with its number and what is wrong; then no row is given.
absl::StatusOr<std::vector<directory::v1::TravelTimeRow>> ParseTravelTimes(absl::string_view text,
                                                                           Directions directions);

}  // namespace entraide::cli
