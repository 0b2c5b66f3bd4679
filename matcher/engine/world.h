// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/btree_map.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/span.h"
#include "matcher/engine/changes.h"
#include "matcher/engine/commitment.h"
#include "matcher/engine/commune.h"
#include "matcher/engine/offer.h"
#include "matcher/engine/offers.h"
#include "matcher/engine/persistent_map.h"
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
// it; a change of the territory is a new world, which shares with the old one what is the same in
// both: that takes some microseconds, however large they are. A copy costs next to nothing. What a
// world holds stays where it is as long as a world that holds it.
class World {
 public:
  explicit World(Territory territory);
  World(Communes communes, std::vector<Offer> offers, Travel travel, absl::TimeZone zone);

  // The world after `changes`.
  World With(Changes changes) const;

  const Communes& communes() const { return *communes_; }
  absl::TimeZone time_zone() const { return time_zone_; }
  const Settings& settings() const { return settings_; }

  // Of which there is an offer, by name.
  std::vector<absl::string_view> Kinds() const;
  // Of a kind with changes they are put in order when asked for: a matter of all its offers.
  Offers OffersOfKind(absl::string_view kind) const;
  const Offer* FindOffer(const OfferId& id) const;  // Null: unknown.

  // Those whom it has admitted, refuses or has yet to decide on, by id.
  absl::Span<const Volunteer* const> VolunteersOf(const OrganizationId& organization) const;
  const Volunteer* FindVolunteer(const VolunteerId& id) const;  // Null: unknown.

  // By their start.
  absl::Span<const Commitment* const> CommitmentsOf(const VolunteerId& volunteer) const;
  absl::Span<const Commitment* const> CommitmentsOf(const OfferId& offer) const;
  // Of a task, in any order.
  std::vector<const Commitment*> CommitmentsFor(const std::string& task) const;

  Route RouteBetween(CommuneIndex from, CommuneIndex to) const;

  // The commune of the zone that is nearest to `commune`, itself if it is in; none: the zone is
  // empty.
  std::optional<NearestCommune> NearestInZone(const Zone& zone, CommuneIndex commune) const;

 private:
  template <typename Thing>
  using ById = PersistentMap<std::shared_ptr<const Thing>>;  // Owns them.
  template <typename Thing>
  using Under = PersistentMap<std::vector<const Thing*>>;  // Never an empty list.

  struct OfKind {
    Offers in_order{};
    ById<Offer> changed{};  // Since they were put in order; null: gone.
    size_t count = 0;

    void Set(const OfferId& id, std::shared_ptr<const Offer> now);
    Offers Now() const;
  };

  void Keep(std::vector<Offer> offers);
  void Keep(std::vector<Volunteer> volunteers);
  void Keep(std::vector<Commitment> commitments);
  void Remove(const OfferId& id);
  void Set(Offer offer);
  void Remove(const VolunteerId& id);
  void Set(Volunteer volunteer);
  void Set(Agreement agreement);

  std::shared_ptr<const Communes> communes_;
  absl::btree_map<std::string, OfKind> kinds_{};  // None without an offer.
  ById<Offer> offers_{};
  ById<Volunteer> volunteers_{};
  Under<Volunteer> by_organization_{};
  PersistentMap<std::vector<std::shared_ptr<const Commitment>>> by_task_{};
  Under<Commitment> by_volunteer_{};
  Under<Commitment> by_offer_{};
  Travel travel_;
  absl::TimeZone time_zone_;
  Settings settings_{};
};

// Whether `zone` (of an offer in a world) holds `commune`.
bool Holds(const Zone& zone, CommuneIndex commune);

}  // namespace entraide::matcher
