// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/span.h"
#include "matcher/engine/commitment.h"
#include "matcher/engine/commune.h"
#include "matcher/engine/offer.h"
#include "matcher/engine/settings.h"
#include "matcher/engine/travel.h"
#include "matcher/engine/volunteer.h"

namespace entraide::matcher {

struct NearestCommune {
  CommuneIndex commune{};
  absl::Duration travel = absl::ZeroDuration();
};

// What a world is made of, in any order; each id once, and communes are indices into `communes`.
struct Territory {
  Communes communes{};
  std::vector<Offer> offers{};
  std::vector<Volunteer> volunteers{};
  std::vector<Commitment> commitments{};
  Travel travel = TravelByGreatCircle({});
  absl::TimeZone time_zone{};  // Of the clock that schedules are written by.
  Settings settings{};
};

// All that matching looks at, but the need and the time. Immutable, so any number of threads read
// it; a change of the territory is a new world. What it holds stays where it is as long as it does.
class World {
 public:
  explicit World(Territory territory);
  World(Communes communes, std::vector<Offer> offers, Travel travel, absl::TimeZone zone);

  World(World&&) = default;
  World& operator=(World&&) = default;
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  const Communes& communes() const { return communes_; }
  absl::TimeZone time_zone() const { return time_zone_; }
  const Settings& settings() const { return settings_; }

  // Of which there is an offer, by name.
  std::vector<absl::string_view> Kinds() const;
  // Ordered by id.
  absl::Span<const Offer> OffersOfKind(absl::string_view kind) const;
  const Offer* FindOffer(const OfferId& id) const;  // Null: unknown.

  // Those whom it has admitted, refuses or has yet to decide on, by id.
  absl::Span<const Volunteer* const> VolunteersOf(const OrganizationId& organization) const;
  const Volunteer* FindVolunteer(const VolunteerId& id) const;  // Null: unknown.

  // By their start.
  absl::Span<const Commitment* const> CommitmentsOf(const VolunteerId& volunteer) const;
  absl::Span<const Commitment* const> CommitmentsOf(const OfferId& offer) const;

  Route RouteBetween(CommuneIndex from, CommuneIndex to) const;

  // The commune of the zone that is nearest to `commune`, itself if it is in; none: the zone is
  // empty.
  std::optional<NearestCommune> NearestInZone(const Zone& zone, CommuneIndex commune) const;

 private:
  template <typename Thing>
  using ById = absl::flat_hash_map<std::string, Thing>;

  Communes communes_;
  std::vector<Offer> offers_;            // By kind, then id.
  std::vector<Volunteer> volunteers_;    // By id.
  std::vector<Commitment> commitments_;  // By start, then task.
  ById<absl::Span<const Offer>> by_kind_{};
  ById<const Offer*> by_id_{};
  ById<const Volunteer*> volunteer_by_id_{};
  ById<std::vector<const Volunteer*>> by_organization_{};
  ById<std::vector<const Commitment*>> by_volunteer_{};
  ById<std::vector<const Commitment*>> by_offer_{};
  Travel travel_;
  absl::TimeZone time_zone_;
  Settings settings_{};
};

// Whether `zone` (of an offer in a world) holds `commune`.
bool Holds(const Zone& zone, CommuneIndex commune);

}  // namespace entraide::matcher
