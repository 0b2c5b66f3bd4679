// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/place_rows.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/types/span.h"

namespace entraide::matcher::index {
namespace {

enum class Section { kReach, kZone, kEverywhere, kNowhere };

struct Placement {
  ZoneAppliesTo applies_to = ZoneAppliesTo::kResidence;
  Section section = Section::kNowhere;
  Rank rank = 0;  // Of the home; of the first commune of the zone.
  uint32_t zone = 0;
  uint32_t offer = 0;
  Reach::Seconds limit = Reach::kTooFar;

  auto Key() const { return std::tie(applies_to, section, rank, zone, offer); }
};

using Zone = absl::Span<const CommuneIndex>;

// Each once, in order; `own` keeps them if the offer does not.
Zone Distinct(const std::vector<CommuneIndex>& communes, std::vector<CommuneIndex>& own) {
  if (absl::c_adjacent_find(communes, std::greater_equal<>()) == communes.end()) return communes;
  own = communes;
  absl::c_sort(own);
  own.erase(std::unique(own.begin(), own.end()), own.end());
  return own;
}

// What is near one home, and then near another.
class Surroundings {
 public:
  explicit Surroundings(const Reach& reach) : reach_(reach), seconds_to_(reach.size(), kTooFar) {}

  void MoveTo(Rank home) {
    if (home_ == home) return;
    for (const Rank rank : ranks_) seconds_to_[rank] = kTooFar;
    ranks_.clear();
    seconds_.clear();
    for (const Reach::Run& run : reach_.RunsAround(home)) {
      for (uint32_t i = 0; i < run.size; ++i) Add(run.first + i, reach_.Leaving(run)[i]);
    }
    home_ = home;
  }

  // If the zone, each commune once, is all that lies within some seconds: how many; else kTooFar.
  Reach::Seconds LimitOf(Zone zone) const {
    Reach::Seconds limit = 0;
    for (const CommuneIndex commune : zone) {
      limit = std::max(limit, seconds_to_[reach_.RankOf(commune)]);
    }
    if (limit == kTooFar) return kTooFar;
    size_t within = 0;
    for (const Reach::Seconds seconds : seconds_) within += seconds <= limit ? 1 : 0;
    return within == zone.size() ? limit : kTooFar;
  }

 private:
  static constexpr Reach::Seconds kTooFar = Reach::kTooFar;

  void Add(Rank rank, Reach::Seconds seconds) {
    if (seconds == kTooFar) return;
    seconds_to_[rank] = seconds;
    ranks_.push_back(rank);
    seconds_.push_back(seconds);
  }

  const Reach& reach_;
  std::optional<Rank> home_{};
  std::vector<Reach::Seconds> seconds_to_;  // By rank.
  std::vector<Rank> ranks_{};               // Those within reach.
  std::vector<Reach::Seconds> seconds_{};   // Theirs.
};

class Placer {
 public:
  explicit Placer(const Reach& reach) : reach_(reach), surroundings_(reach) {}

  // Quicker from one offer to the next of the same home.

  Placement PlacementOf(const Offer& offer, uint32_t number) {
    Placement placement{.applies_to = offer.zone_applies_to, .offer = number};
    if (offer.zone.everywhere) {
      placement.section = Section::kEverywhere;
      return placement;
    }
    if (offer.zone.communes.empty()) return placement;
    std::vector<CommuneIndex> own;
    const Zone zone = Distinct(offer.zone.communes, own);
    if (offer.organization_commune.has_value()) {
      placement.rank = reach_.RankOf(*offer.organization_commune);
      surroundings_.MoveTo(placement.rank);
      placement.limit = surroundings_.LimitOf(zone);
    }
    if (placement.limit != Reach::kTooFar) {
      placement.section = Section::kReach;
      return placement;
    }
    placement.section = Section::kZone;
    placement.rank = reach_.RankOf(zone.front());
    for (const CommuneIndex commune : zone) {
      placement.rank = std::min(placement.rank, reach_.RankOf(commune));
    }
    const auto number_if_new = static_cast<uint32_t>(zones_.size());
    const auto [place, is_new] =
        number_of_.emplace(std::vector<CommuneIndex>(zone.begin(), zone.end()), number_if_new);
    if (is_new) zones_.push_back(&place->first);
    placement.zone = place->second;
    return placement;
  }

  Zone ZoneOf(uint32_t number) const { return *zones_[number]; }

 private:
  const Reach& reach_;
  Surroundings surroundings_;
  std::map<std::vector<CommuneIndex>, uint32_t> number_of_{};
  std::vector<const std::vector<CommuneIndex>*> zones_{};
};

// Fills `group` with the placements from `first` to `last`, all of its own, in order; the rows
// begin at `row`.
void Describe(const Placement* first, const Placement* last, uint32_t row, const Placer& placer,
              const Reach& reach, Group& group) {
  const size_t communes = reach.size();
  group.rows = {row, row + static_cast<uint32_t>(last - first)};
  std::vector<std::vector<RowSpan>> runs_of;
  for (const Placement* at = first; at != last; ++at, ++row) {
    switch (at->section) {
      case Section::kReach:
        if (group.first_of_home.empty()) group.first_of_home.assign(communes + 1, 0);
        ++group.first_of_home[at->rank + 1];
        break;
      case Section::kZone:
        runs_of.resize(communes);
        for (const CommuneIndex commune : placer.ZoneOf(at->zone)) {
          std::vector<RowSpan>& runs = runs_of[reach.RankOf(commune)];
          if (runs.empty() || runs.back().end != row) runs.push_back({row, row});
          ++runs.back().end;
        }
        break;
      case Section::kEverywhere:
        if (group.everywhere.begin == group.everywhere.end) group.everywhere = {row, row};
        ++group.everywhere.end;
        break;
      case Section::kNowhere:
        break;
    }
  }
  if (!group.first_of_home.empty()) group.first_of_home.front() = group.rows.begin;
  for (size_t i = 1; i < group.first_of_home.size(); ++i) {
    group.first_of_home[i] += group.first_of_home[i - 1];
  }
  if (runs_of.empty()) return;
  for (const std::vector<RowSpan>& runs : runs_of) {
    group.first_run.push_back(static_cast<uint32_t>(group.runs.size()));
    group.runs.insert(group.runs.end(), runs.begin(), runs.end());
  }
  group.first_run.push_back(static_cast<uint32_t>(group.runs.size()));
}

// The places of the offers, those of one home together.
std::vector<uint32_t> ByHome(const Offers& offers, const Reach& reach) {
  std::vector<std::pair<Rank, uint32_t>> homes;
  for (const Offer& offer : offers) {
    const Rank home =
        offer.organization_commune.has_value() ? reach.RankOf(*offer.organization_commune) : 0;
    homes.emplace_back(home, static_cast<uint32_t>(homes.size()));
  }
  absl::c_sort(homes);
  std::vector<uint32_t> places;
  for (const auto& [home, place] : homes) places.push_back(place);
  return places;
}

}  // namespace

Placed PlaceRows(const Offers& offers, const Reach& reach) {
  Placer placer(reach);
  std::vector<Placement> placements;
  placements.reserve(offers.size());
  for (const uint32_t place : ByHome(offers, reach)) {
    placements.push_back(placer.PlacementOf(offers[place], place));
  }
  std::sort(placements.begin(), placements.end(),
            [](const Placement& a, const Placement& b) { return a.Key() < b.Key(); });
  Placed placed;
  for (const Placement& placement : placements) {
    placed.offers.push_back(placement.offer);
    placed.limits.push_back(placement.limit);
  }
  const Placement* const end = placements.data() + placements.size();
  for (const Placement* first = placements.data(); first != end;) {
    const Placement* const last = std::find_if(first, end, [first](const Placement& other) {
      return other.applies_to != first->applies_to;
    });
    Group& group = placed.groups.emplace_back(Group{.applies_to = first->applies_to});
    Describe(first, last, static_cast<uint32_t>(first - placements.data()), placer, reach, group);
    first = last;
  }
  return placed;
}

}  // namespace entraide::matcher::index
