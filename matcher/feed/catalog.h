// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "entraide/directory/v1/directory_service.pb.h"
#include "matcher/engine/travel.h"
#include "matcher/engine/world.h"
#include "matcher/feed/road_times.h"
#include "matcher/index/index.h"

namespace entraide::matcher {

// What seldom changes and is long in the making: the communes and the ways between them. Immutable.
struct Land {
  World empty;  // Without an offer.
  std::shared_ptr<const index::Ground> ground{};
};

// What a directory stream has told so far. Not thread-safe: one reader owns it.
class Catalog {
 public:
  explicit Catalog(Travel travel) : travel_(std::move(travel)) {}

  // Takes one step of the stream in. A removed offer that was never there is no error.
  void Apply(directory::v1::WatchOffersResponse step);
  // Forgets everything: a new snapshot begins.
  void Clear();

  // A first snapshot is whole.
  bool complete() const { return complete_; }

  // The same until communes or ways change. Another one touches every offer, whose places it counts
  // otherwise.
  std::shared_ptr<const Land> LandNow();

  // By name; null: not published.
  const directory::v1::WatchedOffer* Find(const std::string& offer) const;

  // The names of the offers that have come, changed or gone since the last call.
  std::set<std::string> TakeTouched();

 private:
  Travel travel_;
  std::map<std::string, directory::v1::Commune> communes_{};     // By INSEE code.
  std::map<std::string, directory::v1::WatchedOffer> offers_{};  // By name.
  RoadTimesByCommune road_times_{};
  std::shared_ptr<const Land> land_{};  // Null: out of date.
  std::set<std::string> touched_{};     // Names of offers.
  bool complete_ = false;
};

}  // namespace entraide::matcher
