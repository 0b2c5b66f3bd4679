// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/world.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "absl/algorithm/container.h"

namespace entraide::matcher {
namespace {

// Sorts each zone, so that `Holds` may search in it.
std::vector<Offer> InOrder(std::vector<Offer> offers) {
  for (Offer& offer : offers) absl::c_sort(offer.zone.communes);
  absl::c_stable_sort(offers, [](const Offer& a, const Offer& b) {
    return std::tie(a.kind, a.id) < std::tie(b.kind, b.id);
  });
  return offers;
}

std::vector<Volunteer> InOrder(std::vector<Volunteer> volunteers) {
  for (Volunteer& volunteer : volunteers) absl::c_sort(volunteer.communes);
  absl::c_stable_sort(volunteers,
                      [](const Volunteer& a, const Volunteer& b) { return a.id < b.id; });
  return volunteers;
}

std::vector<Commitment> InOrder(std::vector<Commitment> commitments) {
  absl::c_stable_sort(commitments, [](const Commitment& a, const Commitment& b) {
    return std::tie(a.span.start, a.task) < std::tie(b.span.start, b.task);
  });
  return commitments;
}

template <typename Thing>
absl::Span<const Thing* const> Under(
    const std::string& id, const absl::flat_hash_map<std::string, std::vector<const Thing*>>& all) {
  const auto found = all.find(id);
  if (found == all.end()) return {};
  return found->second;
}

template <typename Thing>
const Thing* FindIn(const absl::flat_hash_map<std::string, const Thing*>& all,
                    const std::string& id) {
  const auto found = all.find(id);
  return found == all.end() ? nullptr : found->second;
}

}  // namespace

World::World(Communes communes, std::vector<Offer> offers, Travel travel, absl::TimeZone zone)
    : World(Territory{.communes = std::move(communes),
                      .offers = std::move(offers),
                      .travel = std::move(travel),
                      .time_zone = zone}) {}

World::World(Territory territory)
    : communes_(std::move(territory.communes)),
      offers_(InOrder(std::move(territory.offers))),
      volunteers_(InOrder(std::move(territory.volunteers))),
      commitments_(InOrder(std::move(territory.commitments))),
      travel_(std::move(territory.travel)),
      time_zone_(territory.time_zone),
      settings_(territory.settings) {
  for (size_t first = 0, next = 0; first < offers_.size(); first = next) {
    while (next < offers_.size() && offers_[next].kind == offers_[first].kind) ++next;
    by_kind_.emplace(offers_[first].kind, absl::MakeConstSpan(&offers_[first], next - first));
  }
  for (const Offer& offer : offers_) by_id_.emplace(offer.id.value, &offer);
  for (const Volunteer& volunteer : volunteers_) {
    volunteer_by_id_.emplace(volunteer.id.value, &volunteer);
    for (const Admission& admission : volunteer.admissions) {
      std::vector<const Volunteer*>& its = by_organization_[admission.organization.value];
      if (its.empty() || its.back() != &volunteer) its.push_back(&volunteer);
    }
  }
  for (const Commitment& commitment : commitments_) {
    by_offer_[commitment.offer.value].push_back(&commitment);
    if (commitment.volunteer.has_value()) {
      by_volunteer_[commitment.volunteer->value].push_back(&commitment);
    }
  }
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

const Offer* World::FindOffer(const OfferId& id) const { return FindIn(by_id_, id.value); }

absl::Span<const Volunteer* const> World::VolunteersOf(const OrganizationId& organization) const {
  return Under(organization.value, by_organization_);
}

const Volunteer* World::FindVolunteer(const VolunteerId& id) const {
  return FindIn(volunteer_by_id_, id.value);
}

absl::Span<const Commitment* const> World::CommitmentsOf(const VolunteerId& volunteer) const {
  return Under(volunteer.value, by_volunteer_);
}

absl::Span<const Commitment* const> World::CommitmentsOf(const OfferId& offer) const {
  return Under(offer.value, by_offer_);
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
