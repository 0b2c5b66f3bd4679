// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "entraide/directory/v1/directory_service.pb.h"
#include "matcher/engine/travel.h"
#include "matcher/feed/ledger.h"
#include "matcher/feed/road_times.h"
#include "matcher/feed/view.h"

namespace entraide::matcher {

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

  // The territory as told so far, with what is held in it; the same whatever the order of the
  // steps. What an unknown offer holds is left out: its publication is on its way.
  std::shared_ptr<const View> Build(const std::vector<Ledger>& ledgers);

 private:
  // What seldom changes and is long in the making.
  struct Territory {
    Communes communes{};
    Travel travel;
  };
  const Territory& TerritoryNow();
  static std::vector<Commitment> CommitmentsOf(const std::vector<Ledger>& ledgers,
                                               const std::vector<Offer>& offers,
                                               const Territory& territory);

  Travel travel_;
  std::map<std::string, directory::v1::Commune> communes_{};     // By INSEE code.
  std::map<std::string, directory::v1::WatchedOffer> offers_{};  // By name.
  RoadTimesByCommune road_times_{};
  std::optional<Territory> territory_{};  // Empty: out of date.
  bool complete_ = false;
};

}  // namespace entraide::matcher
