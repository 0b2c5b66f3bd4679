// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/world.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/container/flat_hash_map.h"

namespace entraide::matcher {
namespace {

bool ComesBefore(const Volunteer* a, const Volunteer* b) { return a->id < b->id; }

bool ComesBefore(const Commitment* a, const Commitment* b) {
  return std::tie(a->span.start, a->task) < std::tie(b->span.start, b->task);
}

template <typename Thing>
using Lists = absl::flat_hash_map<std::string, std::vector<const Thing*>>;

template <typename Thing>
PersistentMap<std::vector<const Thing*>> InOrder(Lists<Thing> lists) {
  std::vector<typename PersistentMap<std::vector<const Thing*>>::Entry> entries;
  for (auto& [id, list] : lists) {
    absl::c_stable_sort(list, [](const Thing* a, const Thing* b) { return ComesBefore(a, b); });
    entries.push_back({id, std::move(list)});
  }
  return PersistentMap<std::vector<const Thing*>>(std::move(entries));
}

template <typename Thing>
absl::Span<const Thing* const> ListOf(const std::string& id,
                                      const PersistentMap<std::vector<const Thing*>>& all) {
  const auto* const found = all.Find(id);
  if (found == nullptr) return {};
  return *found;
}

template <typename Thing>
const Thing* FindIn(const PersistentMap<std::shared_ptr<const Thing>>& all, const std::string& id) {
  const auto* const found = all.Find(id);
  return found == nullptr ? nullptr : found->get();
}

template <typename Thing>
void AddTo(PersistentMap<std::vector<const Thing*>>& all, const std::string& id,
           const Thing* thing) {
  std::vector<const Thing*> list;
  if (const auto* const before = all.Find(id); before != nullptr) list = *before;
  if (absl::c_linear_search(list, thing)) return;  // Admitted twice by the same organization.
  const auto place =
      std::upper_bound(list.begin(), list.end(), thing,
                       [](const Thing* a, const Thing* b) { return ComesBefore(a, b); });
  list.insert(place, thing);
  all.Set(id, std::move(list));
}

template <typename Thing>
void TakeFrom(PersistentMap<std::vector<const Thing*>>& all, const std::string& id,
              const Thing* thing) {
  const auto* const before = all.Find(id);
  if (before == nullptr) return;
  std::vector<const Thing*> list = *before;
  list.erase(std::remove(list.begin(), list.end(), thing), list.end());
  if (list.empty()) return all.Erase(id);
  all.Set(id, std::move(list));
}

}  // namespace

World::World(Communes communes, std::vector<Offer> offers, Travel travel, absl::TimeZone zone)
    : World(Territory{.communes = std::move(communes),
                      .offers = std::move(offers),
                      .travel = std::move(travel),
                      .time_zone = zone}) {}

World::World(Territory territory)
    : communes_(std::make_shared<const Communes>(std::move(territory.communes))),
      travel_(std::move(territory.travel)),
      time_zone_(territory.time_zone),
      settings_(territory.settings) {
  Keep(std::move(territory.offers));
  Keep(std::move(territory.volunteers));
  Keep(std::move(territory.commitments));
}

void World::Keep(std::vector<Offer> offers) {
  std::vector<Offers::Shared> by_id;
  by_id.reserve(offers.size());
  for (Offer& offer : offers) {
    absl::c_sort(offer.zone.communes);  // So that `Holds` may search in it.
    by_id.push_back(std::make_shared<const Offer>(std::move(offer)));
  }
  absl::c_stable_sort(by_id, [](const auto& a, const auto& b) { return a->id < b->id; });
  absl::btree_map<std::string, std::vector<Offers::Shared>> by_kind;
  std::vector<ById<Offer>::Entry> entries;
  entries.reserve(by_id.size());
  for (Offers::Shared& shared : by_id) {
    entries.push_back({shared->id.value, shared});
    by_kind[shared->kind].push_back(std::move(shared));
  }
  offers_ = ById<Offer>(std::move(entries));
  for (auto& [kind, its] : by_kind) {
    OfKind& of_kind = kinds_[kind];
    of_kind.count = its.size();
    of_kind.in_order = Offers(std::move(its));
  }
}

void World::Keep(std::vector<Volunteer> volunteers) {
  Lists<Volunteer> by_organization;
  std::vector<ById<Volunteer>::Entry> entries;
  for (Volunteer& volunteer : volunteers) {
    absl::c_sort(volunteer.communes);
    auto shared = std::make_shared<const Volunteer>(std::move(volunteer));
    for (const Admission& admission : shared->admissions) {
      std::vector<const Volunteer*>& its = by_organization[admission.organization.value];
      if (its.empty() || its.back() != shared.get()) its.push_back(shared.get());
    }
    entries.push_back({shared->id.value, shared});
  }
  volunteers_ = ById<Volunteer>(std::move(entries));
  by_organization_ = InOrder(std::move(by_organization));
}

void World::Keep(std::vector<Commitment> commitments) {
  absl::flat_hash_map<std::string, std::vector<std::shared_ptr<const Commitment>>> by_task;
  Lists<Commitment> by_volunteer;
  Lists<Commitment> by_offer;
  for (Commitment& commitment : commitments) {
    auto shared = std::make_shared<const Commitment>(std::move(commitment));
    by_offer[shared->offer.value].push_back(shared.get());
    if (shared->volunteer.has_value()) {
      by_volunteer[shared->volunteer->value].push_back(shared.get());
    }
    by_task[shared->task].push_back(std::move(shared));
  }
  for (auto& [task, its] : by_task) by_task_.Set(task, std::move(its));
  by_volunteer_ = InOrder(std::move(by_volunteer));
  by_offer_ = InOrder(std::move(by_offer));
}

World World::With(Changes changes) const {
  World after = *this;
  for (const OfferId& id : changes.removed_offers) after.Remove(id);
  for (Offer& offer : changes.offers) after.Set(std::move(offer));
  for (const VolunteerId& id : changes.removed_volunteers) after.Remove(id);
  for (Volunteer& volunteer : changes.volunteers) after.Set(std::move(volunteer));
  for (Agreement& agreement : changes.agreements) after.Set(std::move(agreement));
  return after;
}

void World::Remove(const OfferId& id) {
  const Offer* const before = FindOffer(id);
  if (before == nullptr) return;
  const auto of_kind = kinds_.find(before->kind);
  of_kind->second.Set(id, nullptr);
  if (--of_kind->second.count == 0) kinds_.erase(of_kind);
  offers_.Erase(id.value);
}

void World::Set(Offer offer) {
  const Offer* const before = FindOffer(offer.id);
  const bool stays = before != nullptr && before->kind == offer.kind;
  if (!stays) Remove(offer.id);
  absl::c_sort(offer.zone.communes);
  const auto shared = std::make_shared<const Offer>(std::move(offer));
  OfKind& of_kind = kinds_[shared->kind];
  of_kind.Set(shared->id, shared);
  if (!stays) ++of_kind.count;
  offers_.Set(shared->id.value, shared);
}

void World::Remove(const VolunteerId& id) {
  const Volunteer* const before = FindVolunteer(id);
  if (before == nullptr) return;
  for (const Admission& admission : before->admissions) {
    TakeFrom(by_organization_, admission.organization.value, before);
  }
  volunteers_.Erase(id.value);
}

void World::Set(Volunteer volunteer) {
  Remove(volunteer.id);
  absl::c_sort(volunteer.communes);
  const auto shared = std::make_shared<const Volunteer>(std::move(volunteer));
  for (const Admission& admission : shared->admissions) {
    AddTo(by_organization_, admission.organization.value, shared.get());
  }
  volunteers_.Set(shared->id.value, shared);
}

void World::Set(Agreement agreement) {
  for (const Commitment* const before : CommitmentsFor(agreement.task)) {
    TakeFrom(by_offer_, before->offer.value, before);
    if (before->volunteer.has_value()) TakeFrom(by_volunteer_, before->volunteer->value, before);
  }
  std::vector<std::shared_ptr<const Commitment>> its;
  for (Commitment& commitment : agreement.commitments) {
    its.push_back(std::make_shared<const Commitment>(std::move(commitment)));
    AddTo(by_offer_, its.back()->offer.value, its.back().get());
    if (its.back()->volunteer.has_value()) {
      AddTo(by_volunteer_, its.back()->volunteer->value, its.back().get());
    }
  }
  if (its.empty()) return by_task_.Erase(agreement.task);
  by_task_.Set(agreement.task, std::move(its));
}

void World::OfKind::Set(const OfferId& id, std::shared_ptr<const Offer> now) {
  changed.Set(id.value, std::move(now));
  // Often enough that nothing stays for long which nobody needs, seldom enough to cost nothing.
  if (changed.size() <= in_order.size() / 2 + 16) return;
  in_order = Now();
  changed = {};
}

Offers World::OfKind::Now() const {
  if (changed.size() == 0) return in_order;
  std::vector<Offers::Changed> sorted;
  changed.ForEach([&](const ById<Offer>::Entry& entry) {
    sorted.push_back({{entry.name}, entry.value});
  });
  absl::c_sort(sorted,
               [](const Offers::Changed& a, const Offers::Changed& b) { return a.id < b.id; });
  return in_order.With(sorted);
}

std::vector<absl::string_view> World::Kinds() const {
  std::vector<absl::string_view> kinds;
  for (const auto& [kind, offers] : kinds_) kinds.push_back(kind);
  return kinds;
}

Offers World::OffersOfKind(absl::string_view kind) const {
  const auto found = kinds_.find(kind);
  return found == kinds_.end() ? Offers() : found->second.Now();
}

const Offer* World::FindOffer(const OfferId& id) const { return FindIn(offers_, id.value); }

absl::Span<const Volunteer* const> World::VolunteersOf(const OrganizationId& organization) const {
  return ListOf(organization.value, by_organization_);
}

const Volunteer* World::FindVolunteer(const VolunteerId& id) const {
  return FindIn(volunteers_, id.value);
}

absl::Span<const Commitment* const> World::CommitmentsOf(const VolunteerId& volunteer) const {
  return ListOf(volunteer.value, by_volunteer_);
}

absl::Span<const Commitment* const> World::CommitmentsOf(const OfferId& offer) const {
  return ListOf(offer.value, by_offer_);
}

std::vector<const Commitment*> World::CommitmentsFor(const std::string& task) const {
  std::vector<const Commitment*> all;
  const auto* const found = by_task_.Find(task);
  if (found == nullptr) return all;
  for (const auto& commitment : *found) all.push_back(commitment.get());
  return all;
}

Route World::RouteBetween(CommuneIndex from, CommuneIndex to) const {
  return travel_.Between(*communes_, from, to);
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
