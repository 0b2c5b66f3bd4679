// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "matcher/dayplan/search/model.h"
#include "matcher/dayplan/search/timing.h"

namespace entraide::matcher::dayplan {

// One stop of a tour that is being worked on, with all that an insertion beside it asks for: 40
// bytes in a row, so that scanning a tour reads memory once, in order.
//
//            home      A in      B in      A out     B out     home
//   slot       0         1         2         3         4         5
//   leave    earliest moment at which the driver can drive on ->
//   latest   <- latest moment at which service may begin, so that all that follows still holds
//   load       0         A        A+B        B         0         0     when driving on
struct Slot {
  std::int32_t node = kHome;
  std::int32_t place = 0;
  std::int32_t leave = 0;
  std::int32_t latest = 0;
  std::int32_t service = 0;
  std::int32_t seconds_next = 0;  // To the next slot; 0 at the last.
  std::int32_t meters_next = 0;
  std::int32_t unused = 0;
  Room load{};
};

// The tour of one shift. `version` names its content: two tours of one version are equal, so what
// was computed of one holds of the other.
struct TourDraft {
  std::vector<Slot> slots{};
  std::int32_t meters = 0;
  std::uint32_t version = 0;
  bool is_limited = false;  // Some ride or the tour itself has a longest duration.

  int legs() const { return static_cast<int>(slots.size() - 2) / 2; }
  bool is_empty() const { return slots.size() == 2; }
};

// Where a leg would go: the pick-up after slot `pickup`, the drop-off after slot `dropoff` of the
// tour without it (so they may be equal).
struct Spot {
  std::int32_t meters = kUnlimited;  // More driving than without; kUnlimited: there is no spot.
  std::int16_t pickup = 0;
  std::int16_t dropoff = 0;
};

// The arithmetic of tours: not thread-safe, since it keeps its scratch paper. `model` outlives it.
class TourMath {
 public:
  explicit TourMath(const Model& model)
      : model_(model), began_(model.facts.size()), was_alone_(model.facts.size()) {}

  // Home and back. False of `Recompute`: not even that is possible.
  TourDraft EmptyTour(int shift);

  // Everything but the nodes of the slots and the version, computed from them. False: no times will
  // do, which can only be where some detour is shorter than the direct way.
  bool Recompute(int shift, TourDraft& tour);

  // The cheapest spot for a leg that suits the shift.
  Spot BestSpot(int shift, const TourDraft& tour, int leg);

  bool Insert(int shift, int leg, const Spot& spot, TourDraft& tour);

  // The tour as a question of times, valid until the next call.
  std::vector<TimedStop>& TimesOf(int shift, const TourDraft& tour);

 private:
  bool RecomputeTimes(int shift, TourDraft& tour);
  bool TimesWillDo(int shift, const TourDraft& tour, int leg, const Spot& spot);
  void AskForTimes(int shift);

  const Model& model_;
  std::vector<int> nodes_{};        // Of the tour in question.
  std::vector<TimedStop> times_{};  // And its times.
  std::vector<int> began_;          // Of a leg: index of its pick-up.
  std::vector<bool> was_alone_;     // Of a leg: nobody was aboard before it.
};

}  // namespace entraide::matcher::dayplan
