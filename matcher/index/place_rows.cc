// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/place_rows.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

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

std::vector<CommuneIndex> Distinct(std::vector<CommuneIndex> communes) {
  std::sort(communes.begin(), communes.end());
  communes.erase(std::unique(communes.begin(), communes.end()), communes.end());
  return communes;
}

// How many communes are reached from `home` in so many seconds.
size_t CountWithin(const Reach& reach, Rank home, Reach::Seconds limit) {
  size_t count = 0;
  for (const Reach::Run& run : reach.RunsAround(home)) {
    const Reach::Seconds* const seconds = reach.Leaving(run);
    count += static_cast<size_t>(std::count_if(
        seconds, seconds + run.size, [limit](Reach::Seconds each) { return each <= limit; }));
  }
  return count;
}

// If the zone is all that lies within some seconds of `home`: how many; else kTooFar.
Reach::Seconds LimitOf(const std::vector<CommuneIndex>& zone, Rank home, const Reach& reach) {
  Reach::Seconds limit = 0;
  for (const CommuneIndex commune : zone) {
    limit = std::max(limit, reach.Between(home, reach.RankOf(commune)));
    if (limit == Reach::kTooFar) return Reach::kTooFar;
  }
  return CountWithin(reach, home, limit) == zone.size() ? limit : Reach::kTooFar;
}

class Placer {
 public:
  explicit Placer(const Reach& reach) : reach_(reach) {}

  Placement PlacementOf(const Offer& offer, uint32_t number) {
    Placement placement{.applies_to = offer.zone_applies_to, .offer = number};
    if (offer.zone.everywhere) {
      placement.section = Section::kEverywhere;
      return placement;
    }
    if (offer.zone.communes.empty()) return placement;
    std::vector<CommuneIndex> zone = Distinct(offer.zone.communes);
    if (offer.organization_commune.has_value()) {
      placement.rank = reach_.RankOf(*offer.organization_commune);
      placement.limit = LimitOf(zone, placement.rank, reach_);
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
    const auto [place, is_new] = number_of_.emplace(std::move(zone), number_if_new);
    if (is_new) zones_.push_back(&place->first);
    placement.zone = place->second;
    return placement;
  }

  const std::vector<CommuneIndex>& Zone(uint32_t number) const { return *zones_[number]; }

 private:
  const Reach& reach_;
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
        for (const CommuneIndex commune : placer.Zone(at->zone)) {
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

}  // namespace

Placed PlaceRows(const Offers& offers, const Reach& reach) {
  Placer placer(reach);
  std::vector<Placement> placements;
  for (const Offer& offer : offers) {
    placements.push_back(placer.PlacementOf(offer, static_cast<uint32_t>(placements.size())));
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
