// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/time/civil_time.h"

namespace entraide::matcher {

// Easter Sunday of the Gregorian calendar.
absl::CivilDay EasterSunday(absl::civil_year_t year);

// The eleven public holidays of mainland France outside Alsace-Moselle (code du travail, L3133-1).
bool IsPublicHoliday(absl::CivilDay day);

// Neither a Saturday, a Sunday nor a public holiday.
bool IsBusinessDay(absl::CivilDay day);

}  // namespace entraide::matcher
