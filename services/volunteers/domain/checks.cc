// SPDX-License-Identifier: EUPL-1.2
#include "services/volunteers/domain/checks.h"

#include <cstddef>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "services/platform/base/text.h"

namespace entraide::volunteers {
namespace {

constexpr std::size_t kMaxShifts = 50;
constexpr std::size_t kMaxRequirements = 20;
constexpr std::size_t kMaxRequirementSize = 60;
constexpr int kMaxPlaces = 1000;
constexpr absl::Duration kLongestShift = absl::Hours(24);
constexpr absl::Duration kFurthest = absl::Hours(2 * 366 * 24);

struct Length {
  std::size_t min = 0;
  std::size_t max = 0;
};

void CheckText(absl::string_view field, absl::string_view text, Length length, Violations& found) {
  if (!IsText(text)) {
    found.Add(field, "NOT_TEXT", "UTF-8 without control characters");
    return;
  }
  const bool blank = absl::StripAsciiWhitespace(text).empty();
  const std::size_t size = CodePoints(text);
  if (blank && length.min > 0) {
    found.Add(field, "REQUIRED", absl::StrCat(length.min, " to ", length.max, " characters"));
  } else if (size < length.min) {
    found.Add(field, "TOO_SHORT", absl::StrCat(length.min, " characters at least"));
  } else if (size > length.max) {
    found.Add(field, "TOO_LONG", absl::StrCat(length.max, " characters at most"));
  }
}

void CheckShift(absl::string_view field, const Shift& shift, absl::Time now, Violations& found) {
  if (shift.start <= now) {
    found.Add(absl::StrCat(field, ".start_time"), "IN_PAST", "after now");
  } else if (shift.start > now + kFurthest) {
    found.Add(absl::StrCat(field, ".start_time"), "OUT_OF_RANGE", "within two years");
  }
  if (shift.end <= shift.start || shift.end > shift.start + kLongestShift) {
    found.Add(absl::StrCat(field, ".end_time"), "OUT_OF_RANGE",
              "after the start, by 24 hours at most");
  }
}

void CheckShifts(const Mission& mission, absl::Time now, Violations& found) {
  if (mission.shifts.size() > kMaxShifts) {
    found.Add("mission.shifts", "TOO_LONG", absl::StrCat(kMaxShifts, " shifts at most"));
    return;
  }
  for (std::size_t i = 0; i < mission.shifts.size(); ++i) {
    CheckShift(absl::StrCat("mission.shifts[", i, "]"), mission.shifts[i], now, found);
  }
}

void CheckRequirements(const Mission& mission, Violations& found) {
  if (mission.requirements.size() > kMaxRequirements) {
    found.Add("mission.requirements", "TOO_LONG", absl::StrCat(kMaxRequirements, " at most"));
    return;
  }
  for (std::size_t i = 0; i < mission.requirements.size(); ++i) {
    const std::string& word = mission.requirements[i];
    if (IsKebab(word) && word.size() <= kMaxRequirementSize) continue;
    found.Add(absl::StrCat("mission.requirements[", i, "]"), "MALFORMED",
              absl::StrCat("kebab-case, ", kMaxRequirementSize, " letters at most"));
  }
}

}  // namespace

void CheckMission(const Mission& mission, absl::Time now, Violations& found) {
  CheckText("mission.title", mission.title, {3, 150}, found);
  CheckText("mission.description", mission.description, {0, 10'000}, found);
  if (!mission.commune.empty() && !IsInseeCode(mission.commune)) {
    found.Add("mission.commune", "MALFORMED", "an INSEE code");
  }
  CheckShifts(mission, now, found);
  if (mission.places < 0 || mission.places > kMaxPlaces) {
    found.Add("mission.places", "OUT_OF_RANGE", absl::StrCat("0 to ", kMaxPlaces));
  }
  CheckRequirements(mission, found);
}

void CheckReason(absl::string_view reason, Violations& found) {
  CheckText("reason", reason, {3, 500}, found);
}

}  // namespace entraide::volunteers
