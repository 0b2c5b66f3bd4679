// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/span.h"
#include "matcher/engine/commune.h"
#include "matcher/engine/offer.h"
#include "matcher/engine/travel.h"

namespace entraide::matcher {

struct NearestCommune {
  CommuneIndex commune{};
  absl::Duration travel = absl::ZeroDuration();
};

// All that matching looks at, but the need and the time. Immutable, so any number of threads read
// it; a change of the territory is a new world. Offers and their addresses last as long as it does.
class World {
 public:
  // `offers` in any order, each id once; the communes they name are indices into `communes`.
  // `zone` is the one whose clock schedules are written by.
  World(Communes communes, std::vector<Offer> offers, Travel travel, absl::TimeZone zone);

  World(World&&) = default;
  World& operator=(World&&) = default;
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  const Communes& communes() const { return communes_; }
  absl::TimeZone time_zone() const { return time_zone_; }

  // Of which there is an offer, by name.
  std::vector<absl::string_view> Kinds() const;
  // Ordered by id.
  absl::Span<const Offer> OffersOfKind(absl::string_view kind) const;
  const Offer* FindOffer(const OfferId& id) const;  // Null: unknown.

  Route RouteBetween(CommuneIndex from, CommuneIndex to) const;

  // The commune of the zone that is nearest to `commune`, itself if it is in; none: the zone is
  // empty.
  std::optional<NearestCommune> NearestInZone(const Zone& zone, CommuneIndex commune) const;

 private:
  Communes communes_;
  std::vector<Offer> offers_;  // By kind, then id.
  absl::flat_hash_map<std::string, absl::Span<const Offer>> by_kind_{};
  absl::flat_hash_map<std::string, const Offer*> by_id_{};
  Travel travel_;
  absl::TimeZone time_zone_;
};

// Whether `zone` (of an offer in a world) holds `commune`.
bool Holds(const Zone& zone, CommuneIndex commune);

}  // namespace entraide::matcher
