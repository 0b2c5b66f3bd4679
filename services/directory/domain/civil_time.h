// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "services/platform/base/violations.h"

namespace entraide::directory {

// A half-open span of a day, by the clock on the wall, Europe/Paris.
struct Slot {
  int weekday = 0;  // 1 Monday to 7 Sunday; 0 in an exception, which has dates.
  int start_minute = 0;
  int end_minute = 0;  // Up to 1440.
  friend bool operator==(const Slot&, const Slot&) = default;
};

// What replaces the weekly slots on these days; without slots, closed.
struct ScheduleException {
  absl::CivilDay first_day{};
  absl::CivilDay last_day{};  // Included.
  std::vector<Slot> slots{};
  std::string reason{};
};

// Minutes after midnight of `HH:MM`, 00:00 to 24:00.
std::optional<int> ParseMinute(absl::string_view text);
std::string FormatMinute(int minute);

// `YYYY-MM-DD`, a day that exists.
std::optional<absl::CivilDay> ParseDay(absl::string_view text);

void Check(const std::vector<Slot>& schedule, absl::string_view path, Violations& found);
void Check(const std::vector<ScheduleException>& exceptions, absl::string_view path,
           Violations& found);

}  // namespace entraide::directory
