// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "entraide/directory/v1/directory_service.pb.h"
#include "matcher/engine/travel.h"
#include "matcher/feed/road_times.h"
#include "matcher/feed/view.h"

namespace entraide::matcher {

// What a directory stream has told so far. Not thread-safe: one reader owns it.
class Catalog {
 public:
  explicit Catalog(Travel travel) : travel_(std::move(travel)) {}

  // Takes one step of the stream in. A removed offer that was never there is no error.
  void Apply(const directory::v1::WatchOffersResponse& step);
  // Forgets everything: a new snapshot begins.
  void Clear();

  // The territory as told so far; the same whatever the order of the steps.
  std::shared_ptr<const View> Build();

 private:
  // What seldom changes and is long in the making.
  struct Territory {
    Communes communes{};
    Travel travel;
  };
  const Territory& TerritoryNow();

  Travel travel_;
  std::map<std::string, directory::v1::Commune> communes_{};     // By INSEE code.
  std::map<std::string, directory::v1::WatchedOffer> offers_{};  // By name.
  RoadTimesByCommune road_times_{};
  std::optional<Territory> territory_{};  // Empty: out of date.
};

}  // namespace entraide::matcher
