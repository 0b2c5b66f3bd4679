// SPDX-License-Identifier: EUPL-1.2
#include "matcher/dayplan/search/model.h"

#include <algorithm>

namespace entraide::matcher::dayplan {

Model::Model(const Day& day) : split_pair_meters(day.split_pair_meters) {
  ReadRoads(day.roads);
  ReadDrivers(day);
  ReadLegs(day);
  ReadRefusals(day);
}

void Model::ReadRoads(const Roads& roads) {
  places_ = roads.places();
  from_.reserve(Row(places_));
  bool is_symmetric = true;
  for (int a = 0; a < places_; ++a) {
    for (int b = 0; b < places_; ++b) {
      const Road& there = roads.Between(PlaceIndex(a), PlaceIndex(b));
      const Road& back = roads.Between(PlaceIndex(b), PlaceIndex(a));
      is_symmetric &= there.seconds == back.seconds && there.meters == back.meters;
      from_.push_back(there);
    }
  }
  if (is_symmetric) return;
  to_.reserve(from_.size());
  for (int b = 0; b < places_; ++b) {
    for (int a = 0; a < places_; ++a) to_.push_back(Between(a, b));
  }
}

std::optional<Reason> Model::HopelessBecause(int leg) const {
  if (is_impossible_[static_cast<std::size_t>(leg)]) return Reason::kTimesImpossible;
  if (drivers.empty()) return Reason::kNoDriver;
  Reason last = Reason::kClosedThen;
  for (int shift = 0; shift < shift_count(); ++shift) {
    const std::optional<Reason>& refusal = refusals_[Cell(leg, shift)];
    if (!refusal.has_value()) return std::nullopt;
    last = std::max(last, *refusal);
  }
  return last;
}

}  // namespace entraide::matcher::dayplan
