// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/supply.h"

#include "matcher/engine/rules/rules.h"

namespace entraide::matcher {
namespace {

std::vector<const Offer*> OpenOffers(const World& world, absl::string_view kind, absl::Time now) {
  const Need any_date{};
  std::vector<const Offer*> open;
  for (const Offer& offer : world.OffersOfKind(kind)) {
    const Answer is_open = rules::OfferIsOpen({world, any_date, offer, now});
    if (is_open.kind == Answer::Kind::kYes) open.push_back(&offer);
  }
  return open;
}

// Of two as near, the first in id.
std::optional<Nearest> NearestOf(const std::vector<const Offer*>& offers, const World& world,
                                 CommuneIndex commune) {
  std::optional<Nearest> nearest;
  for (const Offer* const offer : offers) {
    if (!offer->organization_commune.has_value()) continue;
    const absl::Duration travel =
        world.RouteBetween(commune, *offer->organization_commune).duration;
    if (!nearest.has_value() || travel < nearest->travel) nearest = Nearest{offer, travel};
  }
  return nearest;
}

}  // namespace

std::vector<const Offer*> OffersServing(const World& world, absl::string_view kind,
                                        CommuneIndex commune, absl::Time now) {
  std::vector<const Offer*> serving;
  for (const Offer* const offer : OpenOffers(world, kind, now)) {
    if (Holds(offer->zone, commune)) serving.push_back(offer);
  }
  return serving;
}

std::optional<Nearest> NearestServing(const World& world, absl::string_view kind,
                                      CommuneIndex commune, absl::Time now) {
  return NearestOf(OffersServing(world, kind, commune, now), world, commune);
}

std::optional<Nearest> NearestAtAll(const World& world, absl::string_view kind,
                                    CommuneIndex commune, absl::Time now) {
  return NearestOf(OpenOffers(world, kind, now), world, commune);
}

}  // namespace entraide::matcher
