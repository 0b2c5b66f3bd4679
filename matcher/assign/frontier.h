// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "matcher/assign/graph.h"

namespace entraide::matcher::assign {

// How a search came to a place: `task` would move, over a way of so many minutes; `place` is the
// other end of that way, where a search needs it.
struct Step {
  TaskIndex task{};
  std::int32_t minutes = 0;
  PlaceIndex place = kNowhere;
};

// The edge of a shortest-path search over places, nearest first (Dijkstra): a place is reached,
// perhaps again from nearer by, then closed. Starting anew costs nothing, since a place's label
// says in which round it was written.
class Frontier {
 public:
  void Start(size_t place_count) {
    if (labels_.size() < place_count) labels_.Resize(place_count);
    ++round_;
    queue_.clear();
    closed_.clear();
  }

  // Whether `distance` is the shortest so far to a place that is not closed; notes it then.
  bool Reach(PlaceIndex place, Price distance, const Step& step) {
    Label& label = labels_[place];
    if (label.round == round_ && (label.closed || label.distance <= distance)) return false;
    label = {.distance = distance, .step = step, .round = round_, .closed = false};
    return true;
  }

  // Lets the search go on from a reached place later.
  void Queue(PlaceIndex place);

  // Closes the nearest queued place that is nearer than `limit`.
  std::optional<PlaceIndex> CloseNearest(Price limit);

  Price DistanceTo(PlaceIndex place) const { return labels_[place].distance; }
  const Step& StepTo(PlaceIndex place) const { return labels_[place].step; }
  const std::vector<PlaceIndex>& Closed() const { return closed_; }

 private:
  struct Label {
    Price distance = 0;
    Step step{};
    std::uint32_t round = 0;
    bool closed = false;
  };
  struct Entry {
    Price distance = 0;
    PlaceIndex place{};
  };
  struct Farther {  // Not a function: this is called so often that it must be inlined.
    bool operator()(const Entry& a, const Entry& b) const { return a.distance > b.distance; }
  };

  Table<PlaceIndex, Label> labels_{};
  std::vector<Entry> queue_{};  // A heap; an entry whose place was reached nearer is skipped.
  std::vector<PlaceIndex> closed_{};
  std::uint32_t round_ = 0;
};

}  // namespace entraide::matcher::assign
