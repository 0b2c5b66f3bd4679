// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace entraide::all_in_one {

// Brings every service's schema up to this version, waiting for the database until `deadline`.
absl::Status MigrateAll(const std::string& database, absl::Time deadline);

}  // namespace entraide::all_in_one
