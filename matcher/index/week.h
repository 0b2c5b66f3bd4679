// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <vector>

#include "matcher/engine/offers.h"

namespace entraide::matcher::index {

// The week of one kind of offers, cut at the minutes of the day at which one of them opens or
// closes. Between two cuts each is open throughout or closed throughout, so that one bit is exact:
//
//   minutes   0        480      720  810      1080     1440        cuts of every day
//   bonne-route .        #        .    #        .                   open 8:00-12:00, 13:30-18:00
//   le-lien     .        #        #    #        .                   open 8:00-18:00
//
// Rows whose hours do not fit, since the cuts would be too many or a date is an exception, are
// judged plainly. Immutable.
class Week {
 public:
  static constexpr int kMostSegments = 12;  // Of a day.
  static constexpr int kMostSlots = 7 * kMostSegments;

  // Where in the week: day x segments + segment, from Monday.
  using Slot = uint8_t;

  explicit Week(const Offers& offers);

  int segments() const { return static_cast<int>(cuts_.size()) - 1; }
  int slots() const { return 7 * segments(); }

  // The segment of the day that holds the minute, from 0 to 1,439.
  int SegmentAt(int minute) const { return segment_at_[static_cast<size_t>(minute)]; }
  int StartOf(int segment) const { return cuts_[static_cast<size_t>(segment)]; }
  int EndOf(int segment) const { return cuts_[static_cast<size_t>(segment) + 1]; }
  Slot SlotOf(int weekday, int segment) const {
    return static_cast<Slot>(weekday * segments() + segment);
  }

  // Whether the weekly slots alone say when the schedule is open, and all start and end at a cut.
  bool Tells(const Schedule& schedule) const;

  // The slots in which one may be there, on days that are no holidays; exact if `Tells`.
  std::bitset<kMostSlots> MayBeOpen(const Schedule& schedule) const;

  // Whether one may be there on a public holiday.
  static bool MayOpenOnHolidays(const Schedule& schedule);

 private:
  bool IsCut(int minute) const { return minute == 24 * 60 || StartOf(SegmentAt(minute)) == minute; }

  std::vector<int> cuts_{};  // Minutes, from 0 to 1,440.
  std::array<uint8_t, 24 * 60> segment_at_{};
};

}  // namespace entraide::matcher::index
