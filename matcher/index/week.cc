// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/week.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/algorithm/container.h"

namespace entraide::matcher::index {
namespace {

constexpr int kMidnight = 24 * 60;

bool IsWithinADay(const DayHours& hours) {
  return 0 <= hours.start_minute && hours.start_minute < hours.end_minute &&
         hours.end_minute <= kMidnight;
}

bool OpensExceptionally(const Schedule& schedule) {
  return absl::c_any_of(schedule.exceptions,
                        [](const DatedException& dated) { return !dated.hours.empty(); });
}

// The minutes at which offers open or close, those of the most slots first.
std::vector<int> Boundaries(const Offers& offers) {
  std::array<int, kMidnight + 1> slots_at{};
  for (const Offer& offer : offers) {
    for (const WeeklySlot& slot : offer.schedule.slots) {
      if (!IsWithinADay(slot.hours)) continue;
      ++slots_at[static_cast<size_t>(slot.hours.start_minute)];
      ++slots_at[static_cast<size_t>(slot.hours.end_minute)];
    }
  }
  std::vector<std::pair<int, int>> by_count;
  for (int minute = 1; minute < kMidnight; ++minute) {
    const int count = slots_at[static_cast<size_t>(minute)];
    if (count > 0) by_count.emplace_back(-count, minute);
  }
  absl::c_sort(by_count);
  std::vector<int> minutes;
  for (const auto& [count, minute] : by_count) minutes.push_back(minute);
  return minutes;
}

}  // namespace

Week::Week(const Offers& offers) : cuts_(Boundaries(offers)) {
  cuts_.resize(std::min<size_t>(cuts_.size(), kMostSegments - 1));
  cuts_.push_back(0);
  cuts_.push_back(kMidnight);
  absl::c_sort(cuts_);
  for (int segment = 0; segment < segments(); ++segment) {
    const auto at = static_cast<size_t>(segment);
    std::fill(segment_at_.begin() + cuts_[at], segment_at_.begin() + cuts_[at + 1],
              static_cast<uint8_t>(segment));
  }
}

bool Week::Tells(const Schedule& schedule) const {
  return schedule.exceptions.empty() &&
         absl::c_all_of(schedule.slots, [this](const WeeklySlot& slot) {
           return IsWithinADay(slot.hours) && IsCut(slot.hours.start_minute) &&
                  IsCut(slot.hours.end_minute);
         });
}

std::bitset<Week::kMostSlots> Week::MayBeOpen(const Schedule& schedule) const {
  std::bitset<kMostSlots> open;
  if (schedule.slots.empty() || OpensExceptionally(schedule)) return open.set();
  for (const WeeklySlot& slot : schedule.slots) {
    if (!IsWithinADay(slot.hours)) return open.set();
    const int last = SegmentAt(slot.hours.end_minute - 1);
    for (int segment = SegmentAt(slot.hours.start_minute); segment <= last; ++segment) {
      open.set(SlotOf(static_cast<int>(slot.weekday), segment));
    }
  }
  return open;
}

bool Week::MayOpenOnHolidays(const Schedule& schedule) {
  return schedule.open_on_public_holidays || OpensExceptionally(schedule);
}

}  // namespace entraide::matcher::index
