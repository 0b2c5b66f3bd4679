// SPDX-License-Identifier: EUPL-1.2
#include "matcher/feed/catalog.h"

#include <utility>
#include <vector>

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
      land_.reset();
      break;
    case Step::kOffer:
      touched_.insert(step.offer().service_offer().name());
      offers_[step.offer().service_offer().name()] = std::move(*step.mutable_offer());
      break;
    case Step::kRemovedOffer:
      touched_.insert(step.removed_offer());
      offers_.erase(step.removed_offer());
      break;
    case Step::kRoadTimes:
      matcher::Apply(step.road_times(), road_times_);
      land_.reset();
      break;
    case Step::kSnapshotEnd:
      complete_ = true;
      break;
    case Step::CHANGE_NOT_SET:
      break;
  }
}

void Catalog::Clear() {
  for (const auto& [name, offer] : offers_) touched_.insert(name);
  communes_.clear();
  offers_.clear();
  road_times_.clear();
  land_.reset();
}

std::shared_ptr<const Land> Catalog::LandNow() {
  if (land_ != nullptr) return land_;
  for (const auto& [name, offer] : offers_) touched_.insert(name);
  std::vector<Commune> communes;
  for (const auto& [code, commune] : communes_) communes.push_back(ToCommune(commune));
  Communes table(std::move(communes));
  Travel travel = travel_.Over(table, ToRoadTimes(road_times_, table));
  World empty({.communes = std::move(table), .travel = std::move(travel), .time_zone = Paris()});
  std::shared_ptr<const index::Ground> ground = index::Ground::Of(empty);
  return land_ = std::make_shared<const Land>(
             Land{.empty = std::move(empty), .ground = std::move(ground)});
}

const directory::v1::WatchedOffer* Catalog::Find(const std::string& offer) const {
  const auto found = offers_.find(offer);
  return found == offers_.end() ? nullptr : &found->second;
}

std::set<std::string> Catalog::TakeTouched() { return std::exchange(touched_, {}); }

}  // namespace entraide::matcher
