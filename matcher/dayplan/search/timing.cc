// SPDX-License-Identifier: EUPL-1.2
#include "matcher/dayplan/search/timing.h"

#include <algorithm>
#include <cstddef>

namespace entraide::matcher::dayplan {
namespace {

TimedStop& At(std::vector<TimedStop>& stops, int index) {
  return stops[static_cast<std::size_t>(index)];
}

}  // namespace

// One pass carries delays forward; a ride that is too long then delays its own beginning, and the
// next pass goes on from there. Delays only grow and are bounded by `latest`, so this ends.
bool SettleEarliest(std::vector<TimedStop>& stops) {
  const int count = static_cast<int>(stops.size());
  int from = 1;
  while (from < count) {
    int again = count;
    for (int i = from; i < count; ++i) {
      TimedStop& stop = At(stops, i);
      const TimedStop& before = At(stops, i - 1);
      stop.earliest =
          std::max(stop.earliest, before.earliest + before.service + before.seconds_next);
      if (stop.earliest > stop.latest) return false;
      if (stop.since < 0) continue;
      TimedStop& begun = At(stops, stop.since);
      const std::int32_t needed = stop.earliest - stop.longest - begun.service;
      if (needed <= begun.earliest) continue;
      if (needed > begun.latest) return false;
      begun.earliest = needed;
      again = std::min(again, stop.since + 1);
    }
    from = again;
  }
  return true;
}

void SettleLatest(std::vector<TimedStop>& stops) {
  const int count = static_cast<int>(stops.size());
  int from = count - 2;
  while (from >= 0) {
    for (int i = from; i >= 0; --i) {
      TimedStop& stop = At(stops, i);
      const std::int32_t next = At(stops, i + 1).latest;
      stop.latest = std::min(stop.latest, next - stop.seconds_next - stop.service);
    }
    from = -1;
    for (int i = count - 1; i > 0; --i) {
      TimedStop& stop = At(stops, i);
      if (stop.since < 0) continue;
      const TimedStop& begun = At(stops, stop.since);
      const std::int64_t last = std::int64_t{begun.latest} + begun.service + stop.longest;
      if (last >= stop.latest) continue;
      stop.latest = static_cast<std::int32_t>(last);
      from = std::max(from, i - 1);
    }
  }
}

}  // namespace entraide::matcher::dayplan
