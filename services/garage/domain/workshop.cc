// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/domain/workshop.h"

#include <cstddef>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "services/platform/base/status.h"
#include "services/request/domain/paris.h"

namespace entraide::garage {
namespace {

constexpr int kMostPlaces = 50;
constexpr int kMostMinutes = 30'000;  // Fifty mechanics.
constexpr absl::Duration kShortest = absl::Minutes(15);
constexpr absl::Duration kLongest = absl::Hours(12);
constexpr int kFarthestDays = 366;

absl::CivilDay DayOf(absl::Time time) { return absl::ToCivilDay(time, request::Paris()); }

bool Overlaps(const Appointment& appointment, const Slot& slot) {
  return appointment.start < slot.start + slot.duration && slot.start < appointment.end;
}

// What the mechanics have left on that day.
absl::Duration TimeLeft(const Workshop& workshop, const std::vector<Appointment>& booked,
                        absl::CivilDay day) {
  const auto weekday = static_cast<std::size_t>(absl::GetWeekday(day));
  absl::Duration left = absl::Minutes(workshop.mechanic_minutes.at(weekday));
  for (const Appointment& one : booked) {
    if (one.place == Place::kBay && DayOf(one.start) == day) left -= one.end - one.start;
  }
  return left;
}

}  // namespace

absl::Status NoCapacity() {
  return WithReason(absl::FailedPreconditionError("nothing is free then"), "NO_CAPACITY");
}

void CheckWorkshop(const Workshop& workshop, Violations& violations) {
  const auto within = [&](int value, int most, absl::string_view field) {
    if (value < 0 || value > most) {
      violations.Add(field, "OUT_OF_RANGE", absl::StrCat("0 to ", most));
    }
  };
  within(workshop.bay_count, kMostPlaces, "workshop.bay_count");
  within(workshop.adviser_count, kMostPlaces, "workshop.adviser_count");
  for (std::size_t day = 0; day < workshop.mechanic_minutes.size(); ++day) {
    within(workshop.mechanic_minutes.at(day), kMostMinutes,
           absl::StrCat("workshop.mechanic_minutes[", day, "]"));
  }
}

void CheckSlot(const Slot& slot, absl::Time now, absl::string_view field, Violations& violations) {
  const absl::CivilDay day = DayOf(slot.start);
  if (day < DayOf(now)) {
    violations.Add(absl::StrCat(field, ".start_time"), "IN_PAST", "today or later");
  } else if (day > DayOf(now) + kFarthestDays) {
    violations.Add(absl::StrCat(field, ".start_time"), "OUT_OF_RANGE", "within a year");
  }
  if (slot.duration < kShortest || slot.duration > kLongest) {
    violations.Add(absl::StrCat(field, ".duration_minutes"), "OUT_OF_RANGE", "15 to 720");
  } else if (DayOf(slot.start + slot.duration - absl::Seconds(1)) != day) {
    violations.Add(absl::StrCat(field, ".duration_minutes"), "OUT_OF_RANGE", "within one day");
  }
}

absl::StatusOr<Appointment> FindPlace(const Workshop& workshop,
                                      const std::vector<Appointment>& booked, Place place,
                                      const Slot& slot) {
  const bool is_bay = place == Place::kBay;
  if (is_bay && TimeLeft(workshop, booked, DayOf(slot.start)) < slot.duration) return NoCapacity();
  const int count = is_bay ? workshop.bay_count : workshop.adviser_count;
  for (int number = 1; number <= count; ++number) {
    const bool taken = absl::c_any_of(booked, [&](const Appointment& one) {
      return one.place == place && one.number == number && Overlaps(one, slot);
    });
    if (taken) continue;
    return Appointment{
        .place = place, .number = number, .start = slot.start, .end = slot.start + slot.duration};
  }
  return NoCapacity();
}

}  // namespace entraide::garage
