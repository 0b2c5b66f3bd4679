// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/domain/civil_time.h"

#include <cstddef>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "services/directory/domain/checks.h"

namespace entraide::directory {
namespace {

constexpr int kMinutesADay = 24 * 60;
constexpr std::size_t kMaxSlots = 100;
constexpr std::size_t kMaxExceptions = 200;

void CheckSpan(const Slot& slot, const std::string& path, Violations& found) {
  if (slot.start_minute >= slot.end_minute || slot.end_minute > kMinutesADay) {
    found.Add(absl::StrCat(path, ".end_time"), "OUT_OF_RANGE", "after start_time, up to 24:00");
  }
}

}  // namespace

std::optional<int> ParseMinute(absl::string_view text) {
  int hour = 0;
  int minute = 0;
  if (text.size() != 5 || text[2] != ':' || !IsDigits(text.substr(0, 2), 2) ||
      !IsDigits(text.substr(3), 2) || !absl::SimpleAtoi(text.substr(0, 2), &hour) ||
      !absl::SimpleAtoi(text.substr(3), &minute)) {
    return std::nullopt;
  }
  const int total = hour * 60 + minute;
  if (minute > 59 || total > kMinutesADay) return std::nullopt;
  return total;
}

std::string FormatMinute(int minute) {
  return absl::StrFormat("%02d:%02d", minute / 60, minute % 60);
}

std::optional<absl::CivilDay> ParseDay(absl::string_view text) {
  absl::CivilDay day;
  if (text.size() != 10 || !absl::ParseCivilTime(text, &day) ||
      absl::FormatCivilTime(day) != text || day.year() < 1900) {
    return std::nullopt;
  }
  return day;
}

void Check(const std::vector<Slot>& schedule, absl::string_view path, Violations& found) {
  if (schedule.size() > kMaxSlots) {
    found.Add(path, "TOO_LONG", absl::StrCat(kMaxSlots, " slots at most"));
    return;
  }
  for (std::size_t i = 0; i < schedule.size(); ++i) {
    const std::string slot = absl::StrCat(path, "[", i, "]");
    if (schedule[i].weekday == 0) {
      found.Add(absl::StrCat(slot, ".weekday"), "REQUIRED", "a day of the week");
    }
    CheckSpan(schedule[i], slot, found);
  }
}

void Check(const std::vector<ScheduleException>& exceptions, absl::string_view path,
           Violations& found) {
  if (exceptions.size() > kMaxExceptions) {
    found.Add(path, "TOO_LONG", absl::StrCat(kMaxExceptions, " exceptions at most"));
    return;
  }
  for (std::size_t i = 0; i < exceptions.size(); ++i) {
    const std::string exception = absl::StrCat(path, "[", i, "]");
    if (exceptions[i].last_day < exceptions[i].first_day) {
      found.Add(absl::StrCat(exception, ".end_date"), "OUT_OF_RANGE", "not before start_date");
    }
    for (std::size_t j = 0; j < exceptions[i].slots.size(); ++j) {
      const std::string slot = absl::StrCat(exception, ".slots[", j, "]");
      if (exceptions[i].slots[j].weekday != 0) {
        found.Add(absl::StrCat(slot, ".weekday"), "OUT_OF_RANGE", "unset: the dates say the day");
      }
      CheckSpan(exceptions[i].slots[j], slot, found);
    }
    CheckText(absl::StrCat(exception, ".reason"), exceptions[i].reason, {0, 200}, found);
  }
}

}  // namespace entraide::directory
