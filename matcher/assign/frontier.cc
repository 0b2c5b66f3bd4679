// SPDX-License-Identifier: EUPL-1.2
#include "matcher/assign/frontier.h"

#include <algorithm>

namespace entraide::matcher::assign {

void Frontier::Queue(PlaceIndex place) {
  queue_.push_back({labels_[place].distance, place});
  std::push_heap(queue_.begin(), queue_.end(), Farther());
}

std::optional<PlaceIndex> Frontier::CloseNearest(Price limit) {
  while (!queue_.empty() && queue_.front().distance < limit) {
    std::pop_heap(queue_.begin(), queue_.end(), Farther());
    const PlaceIndex place = queue_.back().place;
    queue_.pop_back();
    Label& label = labels_[place];
    if (label.closed) continue;
    label.closed = true;
    closed_.push_back(place);
    return place;
  }
  return std::nullopt;
}

}  // namespace entraide::matcher::assign
