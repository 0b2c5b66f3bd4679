// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/convert_schedule.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"

namespace entraide::directory {
namespace {

absl::CivilDay ReadDay(const std::string& field, absl::string_view text, Violations& found) {
  const std::optional<absl::CivilDay> day = ParseDay(text);
  if (!day.has_value()) found.Add(field, text.empty() ? "REQUIRED" : "MALFORMED", "YYYY-MM-DD");
  return day.value_or(absl::CivilDay());
}

Slot ReadSlot(const common::v1::WeeklySlot& proto, const std::string& path, Violations& found) {
  Slot slot{.weekday = static_cast<int>(proto.weekday())};
  if (!common::v1::Weekday_IsValid(slot.weekday)) {
    found.Add(absl::StrCat(path, ".weekday"), "UNKNOWN_VALUE", "a day of the week");
    slot.weekday = common::v1::WEEKDAY_MONDAY;
  }
  Violations unread;
  slot.start_minute = ReadMinute(absl::StrCat(path, ".start_time"), proto.start_time(), unread);
  slot.end_minute = ReadMinute(absl::StrCat(path, ".end_time"), proto.end_time(), unread);
  if (unread.empty()) return slot;
  for (const Violation& violation : unread.found()) {
    found.Add(violation.field, violation.reason, violation.description);
  }
  slot.start_minute = 0;  // One complaint a slot: its order cannot be judged.
  slot.end_minute = 1;
  return slot;
}

}  // namespace

int ReadMinute(const std::string& field, absl::string_view text, Violations& found) {
  const std::optional<int> minute = ParseMinute(text);
  if (!minute.has_value()) found.Add(field, text.empty() ? "REQUIRED" : "MALFORMED", "HH:MM");
  return minute.value_or(0);
}

std::vector<Slot> ReadSlots(const WeeklySlots& proto, absl::string_view path, Violations& found) {
  std::vector<Slot> slots;
  for (const common::v1::WeeklySlot& slot : proto) {
    slots.push_back(ReadSlot(slot, absl::StrCat(path, "[", slots.size(), "]"), found));
  }
  return slots;
}

std::vector<ScheduleException> ReadExceptions(const Exceptions& proto, absl::string_view path,
                                              Violations& found) {
  std::vector<ScheduleException> exceptions;
  for (const common::v1::ScheduleException& read : proto) {
    const std::string field = absl::StrCat(path, "[", exceptions.size(), "]");
    ScheduleException exception{
        .first_day = ReadDay(absl::StrCat(field, ".start_date"), read.start_date(), found),
        .slots = ReadSlots(read.slots(), absl::StrCat(field, ".slots"), found),
        .reason = read.reason()};
    exception.last_day = ReadDay(absl::StrCat(field, ".end_date"), read.end_date(), found);
    exceptions.push_back(std::move(exception));
  }
  return exceptions;
}

WeeklySlots WriteSlots(const std::vector<Slot>& slots) {
  WeeklySlots proto;
  for (const Slot& slot : slots) {
    common::v1::WeeklySlot& written = *proto.Add();
    written.set_weekday(static_cast<common::v1::Weekday>(slot.weekday));
    written.set_start_time(FormatMinute(slot.start_minute));
    written.set_end_time(FormatMinute(slot.end_minute));
  }
  return proto;
}

Exceptions WriteExceptions(const std::vector<ScheduleException>& exceptions) {
  Exceptions proto;
  for (const ScheduleException& exception : exceptions) {
    common::v1::ScheduleException& written = *proto.Add();
    written.set_start_date(absl::FormatCivilTime(exception.first_day));
    written.set_end_date(absl::FormatCivilTime(exception.last_day));
    *written.mutable_slots() = WriteSlots(exception.slots);
    written.set_reason(exception.reason);
  }
  return proto;
}

}  // namespace entraide::directory
