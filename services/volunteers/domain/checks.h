// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/platform/base/violations.h"
#include "services/volunteers/domain/mission.h"

namespace entraide::volunteers {

// Adds all that is wrong with a mission that somebody writes at `now`, as fields of `mission`. What
// is merely missing is for Submit.
void CheckMission(const Mission& mission, absl::Time now, Violations& found);

// Why something is sent back or cancelled: 3 to 500 characters.
void CheckReason(absl::string_view reason, Violations& found);

}  // namespace entraide::volunteers
