// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"

namespace entraide::web {

// Where people's days and hours are: Europe/Paris.
absl::TimeZone Paris();

// "mardi 24 novembre 2026", "9 h 30", "mardi 24 novembre 2026 à 9 h 30".
std::string FormatDay(absl::CivilDay day);
std::string FormatHour(absl::CivilMinute minute);
std::string FormatMoment(absl::Time time);
// For the `datetime` attribute.
std::string FormatIso(absl::Time time);

// "12 min", "1 h 05".
std::string FormatMinutes(int minutes);
// "35 €", "0,40 €".
std::string FormatEuros(std::int64_t cents);
// "36 913".
std::string FormatCount(std::int64_t count);
// "03 53 01 00 77" for a French number in E.164, others as they are.
std::string FormatPhone(absl::string_view e164);

// "R-7K2M-9QX4-TB3W-5" for the letters and digits of a tracking code; others as they are.
std::string FormatTrackingCode(absl::string_view code);

// `2026-11-24`, `24/11/2026`, `24.11.2026`.
std::optional<absl::CivilDay> ParseDay(absl::string_view typed);
// Minutes since midnight of `09:30`, `9h30`, `9 h`, `9`.
std::optional<int> ParseHour(absl::string_view typed);
// That day and minute in Paris; an hour that the clocks skip becomes the one after.
absl::Time AtParis(absl::CivilDay day, int minutes);

}  // namespace entraide::web
