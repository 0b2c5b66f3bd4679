// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"

namespace entraide::request {

// The zone of the territory. Ends the program where the system has no zone data.
absl::TimeZone Paris();

// A civil date `YYYY-MM-DD`; nothing for anything else, nor for a day that never was.
std::optional<absl::CivilDay> ParseDay(absl::string_view text);

}  // namespace entraide::request
