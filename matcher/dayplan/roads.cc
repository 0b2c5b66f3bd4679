// SPDX-License-Identifier: EUPL-1.2
#include "matcher/dayplan/roads.h"

namespace entraide::matcher::dayplan {

Roads::Roads(int places, const std::function<Road(PlaceIndex from, PlaceIndex to)>& between)
    : places_(places) {
  roads_.reserve(static_cast<std::size_t>(places) * static_cast<std::size_t>(places));
  for (int from = 0; from < places; ++from) {
    for (int to = 0; to < places; ++to) {
      roads_.push_back(between(PlaceIndex(from), PlaceIndex(to)));
    }
  }
}

}  // namespace entraide::matcher::dayplan
