// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <vector>

#include "absl/time/time.h"
#include "matcher/engine/commune.h"
#include "matcher/engine/position.h"

namespace entraide::matcher {

// A way by road from one commune to another, in whole seconds and metres, so that every machine
// ranks alike.
struct Route {
  absl::Duration duration = absl::ZeroDuration();
  double distance_meters = 0;
};

// How positions tell a way: the great circle, made longer by the detour factor, at one speed.
struct TravelModel {
  double detour_factor = 1.3;  // Road length over great circle.
  double speed_km_per_hour = 50;
  absl::Duration within_commune = absl::Minutes(4);  // Inside one, and never less between two.
  // Ways of up to so long stand in the table of a territory; longer ones are reckoned each time,
  // and no answer depends on it. All of France: 3.0 million ways and 30 MB within half an hour,
  // four times as many within an hour.
  absl::Duration reach = absl::Minutes(30);
};

// What positions tell of a way over so much of the great circle.
Route RouteOver(const TravelModel& model, double great_circle_meters);

class TravelTable;
struct RoadTime;

// How one gets from a commune to another. Cheap to copy, immutable, pure, and callable from many
// threads at once.
class Travel {
 public:
  // By positions alone.
  explicit Travel(TravelModel model) : model_(model) {}

  // The same model, with a table of `communes`: what positions tell of those within reach, and
  // `roads`, real times in any order, which count instead of it.
  Travel Over(const Communes& communes, std::vector<RoadTime> roads) const;

  // `communes` are those of the table, if there is one.
  Route Between(const Communes& communes, CommuneIndex from, CommuneIndex to) const;

 private:
  TravelModel model_;
  std::shared_ptr<const TravelTable> table_{};  // Null: no table.
};

inline Travel TravelByGreatCircle(TravelModel model) { return Travel(model); }

}  // namespace entraide::matcher
