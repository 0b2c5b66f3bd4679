// SPDX-License-Identifier: EUPL-1.2
#include "matcher/feed/catalog.h"

#include <iterator>
#include <utility>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/container/flat_hash_map.h"
#include "absl/time/time.h"
#include "matcher/feed/offer_convert.h"

namespace entraide::matcher {
namespace {

// Schedules of the territory are written by this clock; tzdata is a dependency of the package.
absl::TimeZone Paris() {
  absl::TimeZone zone;
  return absl::LoadTimeZone("Europe/Paris", &zone) ? zone : absl::UTCTimeZone();
}

}  // namespace

void Catalog::Apply(directory::v1::WatchOffersResponse step) {
  using Step = directory::v1::WatchOffersResponse;
  switch (step.change_case()) {
    case Step::kCommune:
      communes_[step.commune().insee_code()] = std::move(*step.mutable_commune());
      territory_.reset();
      break;
    case Step::kOffer:
      offers_[step.offer().service_offer().name()] = std::move(*step.mutable_offer());
      break;
    case Step::kRemovedOffer:
      offers_.erase(step.removed_offer());
      break;
    case Step::kRoadTimes:
      matcher::Apply(step.road_times(), road_times_);
      territory_.reset();
      break;
    case Step::kSnapshotEnd:
      complete_ = true;
      break;
    case Step::CHANGE_NOT_SET:
      break;
  }
}

void Catalog::Clear() {
  communes_.clear();
  offers_.clear();
  road_times_.clear();
  territory_.reset();
}

std::vector<Commitment> Catalog::CommitmentsOf(const std::vector<Ledger>& ledgers,
                                               const std::vector<Offer>& offers,
                                               const Territory& territory) {
  absl::flat_hash_map<absl::string_view, const Offer*> by_name;
  for (const Offer& offer : offers) by_name[offer.id.value] = &offer;
  std::vector<Commitment> commitments;
  for (const Ledger& ledger : ledgers) {
    for (const auto& [request, held] : ledger.held()) {
      const auto offer = by_name.find(held.service_offer());
      if (offer == by_name.end()) continue;
      absl::c_move(ToCommitments(held, *offer->second, territory.communes, territory.travel),
                   std::back_inserter(commitments));
    }
  }
  return commitments;
}

const Catalog::Territory& Catalog::TerritoryNow() {
  if (territory_.has_value()) return *territory_;
  std::vector<Commune> communes;
  for (const auto& [code, commune] : communes_) communes.push_back(ToCommune(commune));
  Communes table(std::move(communes));
  Travel travel = travel_.Over(table, ToRoadTimes(road_times_, table));
  return territory_.emplace(Territory{.communes = std::move(table), .travel = std::move(travel)});
}

std::shared_ptr<const View> Catalog::Build(const std::vector<Ledger>& ledgers) {
  const Territory& territory = TerritoryNow();
  absl::flat_hash_map<std::string, std::string> epcis;
  for (const auto& [code, commune] : communes_) {
    if (!commune.epci_siren().empty()) epcis[commune.epci_siren()] = commune.epci_display_name();
  }
  std::vector<Offer> offers;
  absl::flat_hash_map<std::string, Card> cards;
  for (const auto& [name, offer] : offers_) {
    offers.push_back(ToOffer(offer, territory.communes));
    cards[name] = ToCard(offer);
  }
  std::vector<Commitment> commitments = CommitmentsOf(ledgers, offers, territory);
  World world({.communes = territory.communes,
               .offers = std::move(offers),
               .commitments = std::move(commitments),
               .travel = territory.travel,
               .time_zone = Paris()});
  return std::make_shared<const View>(
      View{.world = std::move(world), .cards = std::move(cards), .epcis = std::move(epcis)});
}

}  // namespace entraide::matcher
