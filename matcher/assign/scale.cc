// SPDX-License-Identifier: EUPL-1.2
#include "matcher/assign/scale.h"

namespace entraide::matcher::assign {
namespace {

// How many `unit`s are nearest to `price`; the rest, within half a unit, stays in it.
std::int64_t TakeNearest(Price unit, Price& price) {
  std::int64_t count = price / unit;
  const Price rest = price - count * unit;
  if (rest > unit / 2) ++count;
  if (rest < -(unit / 2)) --count;
  price -= count * unit;
  return count;
}

// The minutes that a price may have to hold besides whole unserved tasks: a path, and the price
// where the auction gave up.
std::int64_t MinutesToHold(const Magnitude& magnitude) {
  return 4 * (magnitude.all_minutes + 8 * magnitude.most_minutes + 1);
}

Price MinuteFor(const Magnitude& magnitude) {
  return magnitude.most_load == 0 ? 1 : 2 * magnitude.most_load + 2;
}

}  // namespace

Cost Scale::Unpack(Price price) const {
  Cost cost;
  cost.unserved = TakeNearest(unserved, price);
  cost.minutes = TakeNearest(minute, price);
  cost.load = price;
  return cost;
}

bool Scale::Holds(const Magnitude& magnitude) const {
  return minute >= MinuteFor(magnitude) && unserved / minute >= MinutesToHold(magnitude);
}

std::optional<Scale> Scale::For(const Magnitude& magnitude) {
  // Paths weigh a few tasks that lose their place against each other, hence the 4.
  const Price minute = MinuteFor(magnitude);
  if (MinutesToHold(magnitude) > kNever / 4 / 2 / minute) return std::nullopt;
  return Scale{.minute = minute, .unserved = 2 * MinutesToHold(magnitude) * minute};
}

}  // namespace entraide::matcher::assign
