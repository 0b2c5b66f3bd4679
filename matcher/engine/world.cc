// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/world.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace entraide::matcher {
namespace {

bool ComesBefore(const Offer& a, const Offer& b) {
  return std::tie(a.kind, a.id) < std::tie(b.kind, b.id);
}

// Sorts each offer's zone, so that `Holds` may search in it.
std::vector<Offer> InOrder(std::vector<Offer> offers) {
  for (Offer& offer : offers) {
    std::sort(offer.zone.communes.begin(), offer.zone.communes.end());
  }
  std::stable_sort(offers.begin(), offers.end(), ComesBefore);
  return offers;
}

}  // namespace

World::World(Communes communes, std::vector<Offer> offers, Travel travel, absl::TimeZone zone)
    : communes_(std::move(communes)),
      offers_(InOrder(std::move(offers))),
      travel_(std::move(travel)),
      time_zone_(zone) {
  for (size_t first = 0, next = 0; first < offers_.size(); first = next) {
    while (next < offers_.size() && offers_[next].kind == offers_[first].kind) ++next;
    by_kind_.emplace(offers_[first].kind, absl::MakeConstSpan(&offers_[first], next - first));
  }
  for (const Offer& offer : offers_) by_id_.emplace(offer.id.value, &offer);
}

std::vector<absl::string_view> World::Kinds() const {
  std::vector<absl::string_view> kinds;
  for (const Offer& offer : offers_) {
    if (kinds.empty() || kinds.back() != offer.kind) kinds.push_back(offer.kind);
  }
  return kinds;
}

absl::Span<const Offer> World::OffersOfKind(absl::string_view kind) const {
  const auto found = by_kind_.find(kind);
  return found == by_kind_.end() ? absl::Span<const Offer>() : found->second;
}

const Offer* World::FindOffer(const OfferId& id) const {
  const auto found = by_id_.find(id.value);
  return found == by_id_.end() ? nullptr : found->second;
}

Route World::RouteBetween(CommuneIndex from, CommuneIndex to) const {
  return travel_.Between(communes_, from, to);
}

std::optional<NearestCommune> World::NearestInZone(const Zone& zone, CommuneIndex commune) const {
  if (Holds(zone, commune)) return NearestCommune{.commune = commune};
  std::optional<NearestCommune> nearest;
  for (const CommuneIndex served : zone.communes) {
    const absl::Duration travel = RouteBetween(commune, served).duration;
    if (!nearest.has_value() || travel < nearest->travel) nearest = NearestCommune{served, travel};
  }
  return nearest;
}

bool Holds(const Zone& zone, CommuneIndex commune) {
  return zone.everywhere || std::binary_search(zone.communes.begin(), zone.communes.end(), commune);
}

}  // namespace entraide::matcher
